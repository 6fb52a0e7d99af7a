package io.github.cvatopenapi.contract.harness.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cvatopenapi.contract.harness.http.Exchange;
import io.github.cvatopenapi.spec.Contract;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Command lines of a report, pasted into a shell where curl only says what it is given. */
class CurlTest {

    private static final String URL = "http://cvat.example";
    private static final Map<String, String> SET = Map.of("CVAT_USER", "it's me", "CVAT_PASSWORD", "a $b",
            "CVAT_SECOND_USER", "two", "CVAT_SECOND_PASSWORD", "p2", "CVAT_ADMIN_USER", "root",
            "CVAT_ADMIN_PASSWORD", "p3", "CVAT_ACCESS_TOKEN", "tok en", "CVAT_COOKIE", "sessionid=1");

    private static Exchange exchange(String caller, Map<String, String> headers, String body) {
        return new Exchange(Contract.load().operation("projects_list"), body == null ? "GET" : "POST",
                "/api/projects?x=it's&y=$HOME`id`", caller, headers, body, 200, Map.of(), null, 3, List.of(),
                List.of());
    }

    private static List<String> pasted(Exchange exchange) throws Exception {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c",
                "curl() { for each; do printf '%s\\0' \"$each\"; done; }\n" + Curl.of(exchange, URL, 1000));
        shell.environment().putAll(SET);
        Process process = shell.redirectErrorStream(true).start();
        String given = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return List.of(given.split("\0"));
    }

    @Test
    void whatWasSentIsSentAgainToTheLetter() throws Exception {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("x-odd", "$(id) \"quoted\" it's");
        String body = "{\"name\":\"it's $HOME `id` \\\\ \\n!\"}\nsecond line";
        assertThat(pasted(exchange("anonymous", headers, body))).containsExactly("-i", "-X", "POST", "-H",
                "x-odd: $(id) \"quoted\" it's", "--data-binary", body, URL + "/api/projects?x=it's&y=$HOME`id`");
    }

    @Test
    void whoCalledIsTakenFromTheSettings() throws Exception {
        Map<String, String> basic = Map.of("authorization", "Basic <user:password>");
        Map<String, String> bearer = Map.of("authorization", "Bearer <personal access token>");
        assertThat(pasted(exchange("main", basic, null))).startsWith("-i", "-u", "it's me:a $b");
        assertThat(pasted(exchange("main by basic", basic, null))).startsWith("-i", "-u", "it's me:a $b");
        assertThat(pasted(exchange("second", basic, null))).startsWith("-i", "-u", "two:p2");
        assertThat(pasted(exchange("administrator", basic, null))).startsWith("-i", "-u", "root:p3");
        assertThat(pasted(exchange("main", bearer, null))).startsWith("-i", "-H", "authorization: Bearer tok en");
        Map<String, String> own = Map.of("authorization", "Bearer <token of the run>");
        assertThat(pasted(exchange("main", own, null))).startsWith("-i", "-u", "it's me:a $b");
        assertThat(pasted(exchange("second", bearer, null))).startsWith("-i", "-u", "two:p2");
        assertThat(pasted(exchange("throwaway by session", Map.of("cookie", "<secret>"), null)))
                .startsWith("-i", "-H", "cookie: sessionid=1");
        assertThat(pasted(exchange("anonymous by wrong token", Map.of("authorization", "Token"), null)))
                .startsWith("-i", "-H", "authorization: Token");
    }
}
