package io.github.cvatopenapi.embedded.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Operation;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BodyRulesTest {

    private static final Contract CONTRACT = Contract.load();
    private final BodyRules rules = new BodyRules(CONTRACT);

    private Body check(String operation, String json) {
        Operation found = CONTRACT.operation(operation);
        return rules.check(found, Json.read(json));
    }

    /** The errors of a 400, or null when the body is taken. */
    private Object errors(String operation, String json) {
        try {
            check(operation, json);
            return null;
        } catch (Fault fault) {
            assertThat(fault.answer().status()).isEqualTo(400);
            return Json.read(Json.write(fault.answer().body()));
        }
    }

    private void refuses(String operation, String json, String errors) {
        assertThat(errors(operation, json)).as(json).isEqualTo(Json.read(errors));
    }

    @Test
    void asksForRequiredProperties() {
        refuses("projects_create", "{}", "{\"name\": [\"This field is required.\"]}");
        assertThat(errors("projects_partial_update", "{}")).isNull();
    }

    @Test
    void refusesWhatIsNoObject() {
        refuses("projects_create", "[]",
                "{\"non_field_errors\": [\"Invalid data. Expected a dictionary, but got list.\"]}");
        refuses("projects_create", "null", "{\"non_field_errors\": [\"No data provided\"]}");
    }

    @Test
    void knowsNullability() {
        refuses("projects_create", "{\"name\": null}", "{\"name\": [\"This field may not be null.\"]}");
        assertThat(errors("auth_create_access_tokens", "{\"name\": \"n\", \"expiry_date\": null}")).isNull();
    }

    @Test
    void holdsTextsAgainstTheirLimits() {
        refuses("projects_create", "{\"name\": \"\"}", "{\"name\": [\"This field may not be blank.\"]}");
        refuses("projects_create", "{\"name\": \"  \"}", "{\"name\": [\"This field may not be blank.\"]}");
        refuses("projects_create", "{\"name\": {}}", "{\"name\": [\"Not a valid string.\"]}");
        refuses("projects_create", "{\"name\": \"a\\u0000b\"}", "{\"name\": [\"Null characters are not allowed.\"]}");
        refuses("projects_create", "{\"name\": \"" + "x".repeat(257) + "\"}",
                "{\"name\": [\"Ensure this field has no more than 256 characters.\"]}");
        assertThat(errors("projects_create", "{\"name\": \"" + "\uD83D\uDE00".repeat(256) + "\"}")).isNull();
        refuses("organizations_create", "{\"slug\": \"!!\"}", "{\"slug\": [\"Enter a valid value.\"]}");
    }

    @Test
    void readsFormats() {
        assertThat(errors("auth_create_access_tokens", "{\"name\": \"n\", \"expiry_date\": \"yesterday\"}"))
                .isNotNull();
        String ahead = "{\"name\": \"n\", \"expiry_date\": \"2030-01-01T01:00:00+01:00\"}";
        assertThat(check("auth_create_access_tokens", ahead).text("expiry_date")).isEqualTo("2030-01-01T00:00:00Z");
        refuses("invitations_create", "{\"role\": \"worker\", \"email\": \"nobody\"}",
                "{\"email\": [\"Enter a valid email address.\"]}");
        assertThat(errors("webhooks_partial_update", "{\"target_url\": \"not a url\"}")).isNotNull();
        assertThat(errors("webhooks_partial_update", "{\"target_url\": \"http://127.0.0.1:2020/x?y=z\"}")).isNull();
    }

    @Test
    void readsNumbersAndBooleansFromTexts() {
        assertThat(check("issues_partial_update", "{\"resolved\": \"true\"}").flag("resolved", false)).isTrue();
        refuses("issues_partial_update", "{\"resolved\": \"maybe\"}", "{\"resolved\": [\"Must be a valid boolean.\"]}");
        assertThat(check("labels_partial_update", "{\"id\": \"12\"}").number("id")).isEqualTo(12);
        refuses("labels_partial_update", "{\"id\": 1.5}", "{\"id\": [\"A valid integer is required.\"]}");
        assertThat(check("labels_partial_update", "{\"id\": " + BigInteger.TWO.pow(70) + "}").number("id"))
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void holdsNumbersAgainstTheirLimits() {
        assertThat(errors("tasks_create_data", "{\"image_quality\": 101}"))
                .asString().contains("less than or equal to 100");
        assertThat(errors("tasks_create_data", "{\"image_quality\": -1}"))
                .asString().containsPattern("greater than or equal to [01]");
    }

    @Test
    void knowsEnumerations() {
        refuses("memberships_partial_update", "{\"role\": \"king\"}",
                "{\"role\": [\"\\\"king\\\" is not a valid choice.\"]}");
        refuses("memberships_partial_update", "{\"role\": 7}", "{\"role\": [\"\\\"7\\\" is not a valid choice.\"]}");
    }

    @Test
    void saysWhatIsWrongWithEachItem() {
        refuses("projects_partial_update", "{\"labels\": \"x\"}",
                "{\"labels\": {\"non_field_errors\": [\"Expected a list of items but got type \\\"str\\\".\"]}}");
        refuses("projects_partial_update", "{\"labels\": [{\"name\": \"a\"}, null, \"x\", {\"type\": \"no\"}]}", """
                        {"labels": [{}, ["This field may not be null."],
                         {"non_field_errors": ["Invalid data. Expected a dictionary, but got str."]},
                         {"type": ["\\"no\\" is not a valid choice."]}]}""");
    }

    @Test
    void dropsWhatIsNotDeclared() {
        assertThat(check("projects_create", "{\"name\": \"n\", \"nonsense\": 1}").values())
                .isEqualTo(Map.of("name", "n"));
    }

    @Test
    void takesAnythingWhereToldTo() {
        rules.anything("organizations_create", "contact", "slug");

        assertThat(check("organizations_create", "{\"contact\": [1]}").value("contact")).isEqualTo(List.of(1L));
    }

    @Test
    void refusesUndeclaredPropertiesWhereToldTo() {
        rules.onlyDeclared("projects_partial_update");

        try {
            check("projects_partial_update", "{\"status\": \"x\"}");
            assertThat(true).as("refused").isFalse();
        } catch (Fault fault) {
            assertThat(fault.answer().status()).isEqualTo(403);
        }
    }
}
