package io.github.cvatopenapi.contract.harness.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RedactorTest {

    private final Redactor redactor = new Redactor();

    @Test
    void secretsThatAreKnownAreNeverShown() {
        redactor.hide("hunter2-hunter2");
        assertThat(redactor.text("the word is hunter2-hunter2!")).isEqualTo("the word is <secret>!");
    }

    @Test
    void secretsAreFoundWhereverTheyStandAndWhateverTheyAreMadeOf() {
        redactor.hide("abcd");
        redactor.hide("p\u00e4ss\ud83d\udd11word");
        redactor.hide("abcdefgh");
        assertThat(redactor.text("abcd")).isEqualTo("<secret>");
        assertThat(redactor.text("xabcdefghabcx")).isEqualTo("x<secret>abcx");
        assertThat(redactor.text("the end is p\u00e4ss\ud83d\udd11word")).isEqualTo("the end is <secret>");
        assertThat(redactor.text("abc")).isEqualTo("abc");
    }

    @Test
    void credentialsInBodiesAreHiddenWhoeverTheyBelongTo() {
        assertThat(redactor.text("{\"key\":\"0123abcd\",\"name\":\"n\"}"))
                .isEqualTo("{\"key\":\"<secret>\",\"name\":\"n\"}");
        assertThat(redactor.text("{\"password1\": \"a\\\"b\"}")).isEqualTo("{\"password1\": \"<secret>\"}");
        assertThat(redactor.text("/x?token=abc&page=2")).isEqualTo("/x?token=<secret>&page=2");
    }

    @Test
    void textsMayBeAsLongAsTheyLike() {
        for (String unit : List.of("a", "\\n", "\\\"", "\n")) {
            String text = unit.repeat(1 << 20);
            assertThat(redactor.text("{\"value\": \"" + text + "\", \"name\": \"" + text + "\"}"))
                    .isEqualTo("{\"value\": \"<secret>\", \"name\": \"" + text + "\"}");
        }
    }

    @Test
    void secretsThatTheEndOfTheTextCutsAreHiddenToo() {
        assertThat(redactor.text("{\"password\": \"hunter2")).isEqualTo("{\"password\": \"<secret>");
        assertThat(redactor.text("{\"password\": \"hunter2\\")).doesNotContain("hunter2");
    }

    @Test
    void headersThatLetSomebodyInArePlaceholders() {
        Map<String, String> clean = redactor.headers(
                Map.of("Authorization", "Basic YWxpY2U6cHc=", "Cookie", "sessionid=1",
                        "Set-Cookie", "csrftoken=abc", "X-CSRFToken", "abc", "Accept", "text/html"),
                Credentials.basic("alice", "pw"));
        assertThat(clean).containsEntry("authorization", "Basic <user:password>").containsEntry("cookie", "<secret>")
                .containsEntry("set-cookie", "<secret>").containsEntry("x-csrftoken", "<secret>")
                .containsEntry("accept", "text/html");
    }

    @Test
    void aTokenThatTheRunMadeOfAPasswordIsTold() {
        Map<String, String> token = Map.of("Authorization", "Bearer very-secret");
        assertThat(redactor.headers(token, Credentials.bearer("very-secret")))
                .containsEntry("authorization", "Bearer <personal access token>");
        assertThat(redactor.headers(token, Credentials.bearer("very-secret", Credentials.basic("alice", "pw"))))
                .containsEntry("authorization", "Bearer <token of the run>");
    }

    @Test
    void credentialsTellTheirKindOnly() {
        assertThat(Credentials.bearer("very-secret").toString()).isEqualTo("bearer");
        assertThat(Credentials.basic("alice", "very-secret").toString()).isEqualTo("basic");
    }
}
