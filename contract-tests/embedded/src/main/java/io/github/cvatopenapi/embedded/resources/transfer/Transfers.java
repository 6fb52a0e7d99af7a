package io.github.cvatopenapi.embedded.resources.transfer;

import io.github.cvatopenapi.embedded.resources.instance.Instance;

/** All that carries tasks, jobs and projects in and out of one instance. */
public record Transfers(Exports exports, Imports imports, Backups backups, Restores restores) {

    public static Transfers of(Instance instance) {
        ResultFiles results = new ResultFiles(instance);
        ImportFiles files = new ImportFiles(instance);
        return new Transfers(new Exports(instance, results), new Imports(instance, files),
                new Backups(instance, results), new Restores(instance, files));
    }
}
