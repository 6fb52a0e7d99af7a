package io.github.cvatopenapi.embedded.resources.organizations;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.cvatopenapi.embedded.Client;
import io.github.cvatopenapi.embedded.EmbeddedCvat;
import io.github.cvatopenapi.spec.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrganizationsTest {

    private static final int FOREIGN = Contract.load().changes().inForce("foreign-403") ? 403 : 404;

    @TempDir
    private Path mail;
    private EmbeddedCvat cvat;
    private Client ann;
    private Client bob;

    @BeforeEach
    void start() {
        open(EmbeddedCvat.builder());
    }

    private void open(EmbeddedCvat.Builder builder) {
        stop();
        cvat = builder.start();
        ann = Client.user(cvat, "ann");
        bob = Client.user(cvat, "bob");
        assertThat(ann.post("/api/organizations", "{\"slug\": \"acme\"}").status()).isEqualTo(201);
    }

    @AfterEach
    void stop() {
        if (cvat != null) {
            cvat.close();
        }
    }

    private Client.Reply invite(Client by, String name, String role) {
        return by.post("/api/invitations?org=acme",
                "{\"email\": \"" + name + "@cvat.example\", \"role\": \"" + role + "\"}");
    }

    @Test
    void onlyMembersKnowOfOne() {
        assertThat(ann.get("/api/organizations/1").status()).isEqualTo(200);
        assertThat(bob.get("/api/organizations/1").status()).isEqualTo(FOREIGN);
        assertThat(bob.get("/api/organizations").count()).isZero();
        assertThat(Client.admin(cvat).get("/api/organizations/1").status()).isEqualTo(200);
    }

    @Test
    void slugsAreUnique() {
        assertThat(bob.post("/api/organizations", "{\"slug\": \"acme\"}").status()).isEqualTo(400);
        assertThat(bob.post("/api/organizations", "{\"slug\": \"bobs\"}").status()).isEqualTo(201);
        assertThat(bob.patch("/api/organizations/2", "{\"slug\": \"acme\"}").status()).isEqualTo(400);
        assertThat(bob.patch("/api/organizations/2", "{\"slug\": \"bobs\", \"contact\": [1]}").status()).isEqualTo(200);
        assertThat(bob.patch("/api/organizations/2", "{\"contact\": null}").status()).isEqualTo(400);
    }

    @Test
    void theContextIsAnOrganizationThePersonalSpaceOrEverything() {
        ann.post("/api/projects", "{\"name\": \"own\"}");
        ann.post("/api/projects?org=acme", "{\"name\": \"common\"}");

        assertThat(ann.get("/api/projects").count()).isEqualTo(2);
        assertThat(ann.get("/api/projects?org=").count()).isEqualTo(1);
        assertThat(ann.get("/api/projects?org=acme").count()).isEqualTo(1);
        assertThat(ann.get("/api/projects?org_id=1").count()).isEqualTo(1);
        assertThat(ann.with("X-Organization", "acme").get("/api/projects").count()).isEqualTo(1);
        assertThat(ann.get("/api/projects?org=nope").status()).isEqualTo(404);
        assertThat(ann.get("/api/projects?org_id=99").status()).isEqualTo(404);
        assertThat(ann.get("/api/projects?org_id=abc").status()).isEqualTo(400);
        assertThat(bob.get("/api/projects?org=acme").status()).isEqualTo(403);
        assertThat(bob.post("/api/projects?org=acme", "{\"name\": \"x\"}").status()).isEqualTo(403);
    }

    @Test
    void withoutMailTheInvitedIsAMemberAtOnce() {
        assertThat(invite(ann, "bob", "worker").status()).isEqualTo(201);
        assertThat(bob.get("/api/projects?org=acme").status()).isEqualTo(200);
        assertThat(bob.post("/api/projects?org=acme", "{\"name\": \"x\"}").status())
                .as("a worker creates nothing").isEqualTo(403);
        assertThat(invite(ann, "bob", "worker").status()).as("twice").isEqualTo(400);
        assertThat(invite(ann, "nobody", "worker").status()).as("unknown").isEqualTo(400);
    }

    @Test
    void nobodyInvitesAboveTheirRank() {
        Client.user(cvat, "cid");
        Client.user(cvat, "dan");
        invite(ann, "bob", "maintainer");

        assertThat(invite(bob, "cid", "maintainer").status()).isEqualTo(403);
        assertThat(invite(bob, "cid", "supervisor").status()).isEqualTo(201);
        assertThat(invite(ann, "dan", "owner").status()).isEqualTo(403);
        assertThat(bob.post("/api/invitations", "{\"email\": \"dan@cvat.example\", \"role\": \"worker\"}").status())
                .isEqualTo(403);
    }

    @Test
    void rolesChangeDownwardsOnly() {
        invite(ann, "bob", "worker");

        assertThat(bob.patch("/api/memberships/2", "{\"role\": \"maintainer\"}").status()).isEqualTo(403);
        assertThat(ann.patch("/api/memberships/2", "{\"role\": \"supervisor\"}").object().get("role").getAsString())
                .isEqualTo("supervisor");
        assertThat(bob.post("/api/projects?org=acme", "{\"name\": \"x\"}").status()).isEqualTo(201);
        assertThat(ann.get("/api/projects/1").status()).as("the owner of the organization sees it").isEqualTo(200);
        assertThat(ann.delete("/api/memberships/1").status()).as("the owner stays").isEqualTo(403);
        assertThat(bob.delete("/api/memberships/2").status()).as("others may leave").isEqualTo(204);
        assertThat(bob.get("/api/projects/1").status()).as("and take no rights along").isEqualTo(403);
    }

    @Test
    void withMailTheInvitedHasToAccept() throws IOException {
        open(EmbeddedCvat.builder().mailDirectory(mail).confirmInvitations(true));
        String key = invite(ann, "bob", "worker").object().get("key").getAsString();
        try (Stream<Path> files = Files.list(mail)) {
            assertThat(files).hasSize(1);
        }

        assertThat(bob.get("/api/projects?org=acme").status()).isEqualTo(403);
        assertThat(Client.user(cvat, "eve").post("/api/invitations/" + key + "/accept", "{}").status())
                .isEqualTo(FOREIGN);
        JsonObject accepted = bob.post("/api/invitations/" + key + "/accept", "{}").object();
        assertThat(accepted.get("organization_slug").getAsString()).isEqualTo("acme");
        assertThat(bob.post("/api/invitations/" + key + "/accept", "{}").status()).isEqualTo(400);
        assertThat(bob.get("/api/projects?org=acme").status()).isEqualTo(200);
    }

    @Test
    void theInvitedMayDecline() {
        open(EmbeddedCvat.builder().mailDirectory(mail).confirmInvitations(true));
        String key = invite(ann, "bob", "worker").object().get("key").getAsString();

        assertThat(bob.send("POST", "/api/invitations/" + key + "/decline", null).status()).isEqualTo(204);
        assertThat(bob.send("POST", "/api/invitations/" + key + "/decline", null).status()).isEqualTo(404);
        assertThat(invite(ann, "bob", "worker").status()).as("and be asked again").isEqualTo(201);
    }

    @Test
    void invitationsAreSentAgainFiveTimesAnHour() {
        open(EmbeddedCvat.builder().mailDirectory(mail).confirmInvitations(true));
        String invited = invite(ann, "bob", "worker").object().get("key").getAsString();
        String resend = "/api/invitations/" + invited + "/resend";

        for (int i = 0; i < 5; i++) {
            assertThat(ann.send("POST", resend, null).status()).isEqualTo(204);
        }
        Client.Reply sixth = ann.send("POST", resend, null);
        assertThat(sixth.status()).isEqualTo(429);
        assertThat(Long.parseLong(sixth.header("Retry-After"))).isBetween(1L, 3600L);
    }

    @Test
    void whenAnOrganizationGoesItsProjectsStayWithTheirOwners() {
        ann.post("/api/projects?org=acme", "{\"name\": \"common\"}");

        assertThat(ann.delete("/api/organizations/1").status()).isEqualTo(204);
        assertThat(ann.get("/api/projects?org=acme").status()).isEqualTo(404);
        assertThat(ann.get("/api/projects/1").object().get("organization_id").isJsonNull()).isTrue();
        assertThat(ann.get("/api/memberships").count()).isZero();
    }
}
