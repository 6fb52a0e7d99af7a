package io.github.cvatopenapi.embedded.resources.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cvatopenapi.embedded.Client;
import io.github.cvatopenapi.embedded.EmbeddedCvat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The document of the API by its parameters. */
class SchemaTest {

    private static EmbeddedCvat cvat;
    private static Client anyone;

    @BeforeAll
    static void start() {
        cvat = EmbeddedCvat.start();
        anyone = Client.anonymous(cvat).with("Accept", "*/*");
    }

    @AfterAll
    static void stop() {
        cvat.close();
    }

    @Test
    void theSchemeSaysTheMediaTypeWhateverAcceptSays() {
        Client.Reply json = anyone.get("/api/schema/?scheme=json&lang=fr");
        assertThat(json.header("Content-Type")).isEqualTo("application/vnd.oai.openapi+json");
        assertThat(json.object().get("openapi").getAsString()).startsWith("3.");
        assertThat(json.header("Content-Disposition")).contains(".json");
        Client.Reply yaml = anyone.with("Accept", "application/json").get("/api/schema/?scheme=yaml");
        assertThat(yaml.header("Content-Type")).startsWith("application/vnd.oai.openapi;");
        assertThat(yaml.text()).startsWith("openapi:");
    }

    @Test
    void thereIsNoOtherScheme() {
        Client.Reply xml = anyone.get("/api/schema/?scheme=xml");
        assertThat(xml.status()).isEqualTo(404);
        assertThat(xml.text()).contains("code: not_found");
    }

    @Test
    void everyLanguageIsAnswered() {
        for (String language : new String[] {"de", "en", "xx"}) {
            assertThat(anyone.get("/api/schema/?lang=" + language).status()).as(language).isEqualTo(200);
        }
    }
}
