package io.github.cvatopenapi.contract.server;

import io.github.cvatopenapi.contract.harness.Check;
import io.github.cvatopenapi.contract.harness.Rule;
import io.github.cvatopenapi.contract.harness.Run;

/** What the server says about itself. */
final class ServerChecks {

    @Check(operation = "server_retrieve_about", rule = Rule.DOC_VERSION)
    void theVersionIsToldWithoutCredentials(Run run) {
        run.anonymous().call("server_retrieve_about").expect(200).has("version", run.serverVersion());
    }
}
