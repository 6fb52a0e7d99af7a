package io.github.cvatopenapi.spec.bump;

import io.github.cvatopenapi.spec.Trial.Line;
import io.github.cvatopenapi.spec.Trial.Result;
import java.util.List;

/**
 * The account of one bump.
 *
 * @param from      API version that the project is at
 * @param to        API version of the document that came in
 * @param version   version of the artifacts now
 * @param next      version of the artifacts after the bump
 * @param outcome   how it ended
 * @param reason    why it stopped, or would have in a dry run; empty where nothing stops it
 * @param changes   what differs between the documents
 * @param entries   what became of every correction, observation, piece of prose and deviation
 * @param decisions which entries were asked to go or to be about another place
 * @param generator forms that the generator gets wrong, and what to write instead
 * @param api       what differs between the jars; null where they were not compared
 * @param following what embedded instance and checks do not follow yet; null where that was not looked at
 * @param unchecked what the suite does not check
 * @param steps     what was done, with the time it took
 */
record Report(String from, String to, String version, String next, Outcome outcome, String reason, List<Change> changes,
              List<Line> entries, Decisions decisions, List<String> generator, List<ApiChange> api,
              List<String> following, Unchecked unchecked,
              List<Step> steps) {

    /** How a bump ended. */
    enum Outcome { UNCHANGED, DRY_RUN, STOPPED, DONE }

    /** @param millis how long it took */
    record Step(String name, long millis) {
    }

    /** Entries that no longer match and are not to go: each needs a decision. */
    List<Line> open() {
        return entries.stream()
                .filter(line -> line.result() == Result.NO_MATCH && !line.prose())
                .filter(line -> !decisions.drops().containsKey(line.id()))
                .toList();
    }

    Report ended(Outcome how, String why) {
        return new Report(from, to, version, next, how, why, changes, entries, decisions, generator, api, following,
                unchecked,
                steps);
    }

    Report settled(List<Line> lines) {
        return new Report(from, to, version, next, outcome, reason, changes, lines, decisions, generator, api,
                following, unchecked, steps);
    }

    /** With what the generator would get wrong. */
    Report wrong(List<String> forms) {
        return new Report(from, to, version, next, outcome, reason, changes, entries, decisions, forms, api, following,
                unchecked,
                steps);
    }

    Report built(List<ApiChange> between) {
        return new Report(from, to, version, next, outcome, reason, changes, entries, decisions, generator, between,
                following, unchecked, steps);
    }

    Report following(List<String> places) {
        return new Report(from, to, version, next, outcome, reason, changes, entries, decisions, generator, api, places,
                unchecked, steps);
    }
}
