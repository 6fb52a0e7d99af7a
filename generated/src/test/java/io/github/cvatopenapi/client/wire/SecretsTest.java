package io.github.cvatopenapi.client.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.cvatopenapi.client.Json;
import io.github.cvatopenapi.client.model.AccessTokenRead;
import io.github.cvatopenapi.client.model.CloudStorageWriteRequest;
import io.github.cvatopenapi.client.model.InvitationRead;
import io.github.cvatopenapi.client.model.Model;
import io.github.cvatopenapi.client.model.ModelView;
import io.github.cvatopenapi.client.model.PaginatedInvitationReadList;
import io.github.cvatopenapi.client.model.Token;
import io.github.cvatopenapi.client.model.WebhookWriteRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No model shows a secret, in requests and answers alike, whatever the next document brings. */
class SecretsTest {

    private static final String SECRET = "Geheim";
    private static final Set<String> WORDS = Set.of("password", "token", "secret", "key");

    /** Secrets whose names do not say it. */
    private static final Set<String> NAMED = Set.of("AccessTokenRead value",
            "CloudStorageWriteRequest connection_string",
            "PatchedCloudStorageWriteRequest connection_string");

    private static boolean isSecret(Class<?> model, String property) {
        String lastWord = property.substring(property.lastIndexOf('_') + 1).replaceAll("\\d+$", "");
        return WORDS.contains(lastWord) || NAMED.contains(model.getSimpleName() + " " + property);
    }

    @Test
    void noModelShowsThem() {
        List<Class<?>> withSecrets = new ArrayList<>();
        for (Class<? extends Model> type : Generated.models()) {
            JsonObject secrets = new JsonObject();
            ModelView.types(type).entrySet().stream().filter(each -> each.getValue() == String.class)
                    .map(Map.Entry::getKey).filter(property -> isSecret(type, property))
                    .forEach(property -> secrets.addProperty(property, SECRET));
            Model model = Json.gson().fromJson(secrets, type);
            assertThat(Json.gson().toJsonTree(model)).isEqualTo(secrets);
            assertThat(model.toString()).doesNotContain(SECRET);
            if (!secrets.isEmpty()) {
                withSecrets.add(type);
                assertThat(model.toString()).contains(secrets.keySet());
            }
        }
        assertThat(withSecrets).contains(AccessTokenRead.class, Token.class, CloudStorageWriteRequest.class,
                WebhookWriteRequest.class, InvitationRead.class);
    }

    @Test
    void neitherDoesAModelThatHoldsOne() {
        JsonObject invitation = new JsonObject();
        invitation.addProperty("key", SECRET);
        JsonArray results = new JsonArray();
        results.add(invitation);
        JsonObject page = new JsonObject();
        page.add("results", results);
        assertThat(Json.gson().fromJson(page, PaginatedInvitationReadList.class).toString())
                .contains("key").doesNotContain(SECRET);
    }
}
