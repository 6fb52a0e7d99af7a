package io.github.cvatopenapi.contract.harness.cli;

import io.github.cvatopenapi.spec.Contract;
import picocli.CommandLine.IVersionProvider;

/** Tells which contract the suite is for. */
final class SuiteVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"Contract suite for CVAT " + Contract.load().version()};
    }
}
