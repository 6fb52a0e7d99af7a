package io.github.cvatopenapi.contract.harness.verdicts;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a reader of a report should know beside the verdicts, one sentence each.
 *
 * @param notMade    what checks need and could not be made
 * @param disturbed  what failed on the way to the server
 * @param accounts   how the accounts call where it is not as expected
 * @param leftBehind what the run made and could not be removed
 * @param document   how the document that the server serves differs from the pinned one
 * @param version    what the server does otherwise, or no longer, because it is of another version
 * @param leftOut    what a quick run does not check
 */
public record Notes(List<String> notMade, List<String> disturbed, List<String> accounts, List<String> leftBehind,
                    List<String> document, List<String> version, List<String> leftOut) {

    /** Nothing to know. */
    public static Notes none() {
        return new Notes(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** All of them, in the order of the report. */
    public List<String> all() {
        return Stream.of(notMade, disturbed, accounts, leftBehind, document, version, leftOut)
                .flatMap(List::stream).toList();
    }
}
