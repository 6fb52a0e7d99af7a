package io.github.cvatopenapi.contract.harness.run;

import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Caller;
import io.github.cvatopenapi.contract.harness.settings.CouldNotRun;
import io.github.cvatopenapi.embedded.EmbeddedCvat;
import java.net.URI;
import java.util.Objects;

/**
 * What the server says of itself.
 *
 * @param version  of the CVAT
 * @param embedded whether it is an embedded instance, in this process or another
 */
record ServerAbout(String version, boolean embedded) {

    /**
     * Asks for it.
     *
     * @param due     the version that the contract is for
     * @param allowed another that is let pass, or null
     * @throws CouldNotRun where the server tells none, or one that is neither
     */
    static ServerAbout ask(Caller anonymous, URI url, String due, String allowed) {
        Answer about = anonymous.call("server_retrieve_about").send();
        if (about.status() != 200 || !(about.at("version") instanceof String version)) {
            throw ConnectionFailure.because(url, about);
        }
        if (!version.equals(due) && !Objects.equals(version, allowed)) {
            throw new CouldNotRun("The server is CVAT " + version + " and the contract is for " + due
                    + "; give --allow-version " + version + " to run all the same.");
        }
        return new ServerAbout(version, EmbeddedCvat.SUBTITLE.equals(about.at("subtitle")));
    }
}
