package io.github.cvatopenapi.contract.harness.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cvatopenapi.contract.harness.http.Unreachable;
import io.github.cvatopenapi.contract.harness.settings.Selection;
import io.github.cvatopenapi.contract.harness.settings.Settings;
import io.github.cvatopenapi.contract.harness.settings.Slowness;
import io.github.cvatopenapi.embedded.EmbeddedCvat;
import io.github.cvatopenapi.embedded.Interceptor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a call made whose answer never came is not left behind. */
class UnansweredTest {

    private static final String PASSWORD = "Pw-very-secret-word-1";

    /** Makes projects and then keeps the answer for longer than anybody waits. */
    private static final Interceptor LATE = (request, chain) -> {
        Interceptor.Response response = chain.proceed(request);
        if (request.method().equals("POST") && request.path().equals("/api/projects")) {
            try {
                Thread.sleep(2500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return response;
    };

    @Test
    void itIsFoundByItsName() {
        try (EmbeddedCvat cvat = EmbeddedCvat.builder().interceptor(LATE).start()) {
            cvat.addUser("alice-main", PASSWORD);
            Settings settings = new Settings(cvat.baseUrl(), new Settings.Account("alice-main", PASSWORD, null),
                    null, null, false, false, Selection.all(), 2, Duration.ofSeconds(1),
                    Path.of("target", "conformance-test"), null, false, false, null, Slowness.NONE, null);
            try (Run run = Run.open(settings)) {
                String name = run.name("project");
                assertThatThrownBy(() -> run.main().call("projects_create").json(Map.of("name", name)).send())
                        .isInstanceOf(Unreachable.class);
                assertThat(count(run, name)).isEqualTo(1);
                run.clean();
                assertThat(run.leftBehind()).isEmpty();
                assertThat(count(run, name)).isZero();
            }
        }
    }

    private static long count(Run run, String name) {
        return run.main().call("projects_list").query("name", name).expect(200).number("count");
    }
}
