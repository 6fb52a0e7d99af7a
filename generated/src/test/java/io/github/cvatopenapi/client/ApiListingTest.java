package io.github.cvatopenapi.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A change of the jar's API is seen in review: it is a change of a file. */
class ApiListingTest {

    private static final Path COMMITTED = Path.of("api.txt");

    @Test
    void theApiIsTheOneThatWasCommitted() throws Exception {
        URI classes = CvatClient.class.getProtectionDomain().getCodeSource().getLocation().toURI();
        String listing = ApiListing.of(Path.of(classes));
        if ("write".equals(System.getProperty("api.listing"))) {
            Files.writeString(COMMITTED, listing);
        }
        List<String> committed = Files.readAllLines(COMMITTED);
        List<String> now = listing.lines().toList();
        assertThat(minus(now, committed)).as("new in the API; if that is meant: mvn -pl generated -am test "
                + "-Dapi.listing=write -Dtest=ApiListingTest -Dsurefire.failIfNoSpecifiedTests=false, "
                + "and commit generated/api.txt").isEmpty();
        assertThat(minus(committed, now)).as("gone from the API; if that is meant, write generated/api.txt again")
                .isEmpty();
        assertThat(now).isEqualTo(committed);
    }

    private static List<String> minus(List<String> one, List<String> other) {
        List<String> rest = new ArrayList<>(one);
        rest.removeIf(other::contains);
        return rest;
    }
}
