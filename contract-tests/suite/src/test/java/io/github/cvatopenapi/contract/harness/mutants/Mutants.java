package io.github.cvatopenapi.contract.harness.mutants;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every mutant, by what is broken in general. */
final class Mutants {

    /** By the heading that the catalogue has for them. */
    static final Map<String, List<Mutant>> GROUPS = groups();

    static final List<Mutant> ALL = GROUPS.values().stream().flatMap(List::stream).toList();

    private Mutants() {
    }

    private static Map<String, List<Mutant>> groups() {
        Map<String, List<Mutant>> groups = new LinkedHashMap<>();
        groups.put("Lists that page, sort or filter wrongly", ListMutants.ALL);
        groups.put("Lists whose usual order is turned round", OrderMutants.ALL);
        groups.put("Who should not be let in", AccessMutants.ALL);
        groups.put("Lists that show to one what is another's", ForeignMutants.ALL);
        groups.put("What lets in and is easily guessed, or handed out twice", SecretMutants.ALL);
        groups.put("Messages that are not as the document says", MessageMutants.ALL);
        groups.put("Work that takes time", RequestMutants.ALL);
        groups.put("What is not kept, or not forgotten", LifeMutants.ALL);
        groups.put("Changes that leave no date behind, or one too many", DateMutants.ALL);
        groups.put("What is peculiar to one kind of thing", TagMutants.ALL);
        groups.put("Media cut into the wrong frames, and tracks that lose some", MediaMutants.ALL);
        groups.put("Files that do not go to a bucket, or do not come from it", BucketMutants.ALL);
        groups.put("Whole jobs of the client", ClientMutants.ALL);
        return groups;
    }
}
