package io.github.cvatopenapi.contract.harness.generic;

import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.spec.Operation;
import java.util.List;

/** Media types that are asked for and sent. */
final class MediaChecks implements GenericChecks.Generator {

    @Override
    public void generate(Operation operation, Samples samples, CheckPlan plan) {
        samples.find(operation.id()).ifPresent(sample -> {
            Run run = plan.run();
            boolean json = operation.response(200).flatMap(response -> response.content(Call.CVAT_JSON)).isPresent();
            if (operation.method().equals("GET") && json) {
                plan.add(operation, Rule.MEDIA_ACCEPT, Call.CVAT_JSON, "what is asked for is answered",
                        () -> sample.call(run).expect(200).mediaType(Call.CVAT_JSON));
            }
            if (operation.paged()) {
                plan.add(operation, Rule.MEDIA_ACCEPT, "*/*", "whoever takes anything gets JSON",
                        () -> sample.call(run).accept("*/*").expect(200).mediaType(Call.CVAT_JSON));
            }
            if (operation.response(406).isPresent() && operation.method().equals("GET") && json) {
                for (String type : List.of("application/json", "application/xml")) {
                    plan.add(operation, Rule.MEDIA_REFUSE, type, "whoever takes only that gets 406",
                            () -> sample.call(run).accept(type).expect(406));
                }
            }
            if (operation.response(415).isPresent()) {
                for (String type : List.of("text/plain", "application/xml")) {
                    plan.add(operation, Rule.MEDIA_UNSUPPORTED, type, "a body of that type gets 415",
                            () -> sample.call(run).body(type, "<a/>").expect(415).readableError());
                }
            }
        });
    }
}
