package io.github.cvatopenapi.contract.lambda;

import io.github.cvatopenapi.contract.harness.fixtures.Fixture;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Caller;
import io.github.cvatopenapi.contract.harness.run.Conditions;
import io.github.cvatopenapi.contract.harness.run.Polling;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.tasks.TaskFixtures;
import io.github.cvatopenapi.spec.Trees;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opentest4j.TestAbortedException;

/** The functions of the instance, of which the suite makes none, and what a detector finds in pictures of its own. */
final class LambdaFixtures {

    /**
     * A function that finds things in pictures.
     *
     * @param id    of the function
     * @param label one that it knows
     */
    record Detector(String id, String label) {
    }

    /**
     * A task that a detector was sent over.
     *
     * @param task     its id
     * @param detector which was asked for it
     * @param started  what was answered at the start
     * @param ended    the last answer about it
     * @param millis   how long it took
     */
    record Annotated(long task, Detector detector, Answer started, Answer ended, long millis) {
    }

    /** The first detector there is. */
    static final Fixture<Detector> DETECTOR = Fixture.<Detector>of("a detector", LambdaFixtures::detector)
            .orExisting(run -> Optional.of(detector(run)));

    /** A task of two pictures whose only label is one that the detector knows, annotated by it. */
    static final Fixture<Annotated> ANNOTATED = Fixture.of("a task annotated by a function", LambdaFixtures::annotate);

    private LambdaFixtures() {
    }

    /**
     * Sends a detector over a new task and waits until it has ended. What goes wrong within a function is told as a
     * failure and is not the server's doing, so that nothing can be said of it then.
     */
    static Annotated annotate(Run run) {
        Detector detector = run.get(DETECTOR);
        long task = task(run, detector);
        long start = System.nanoTime();
        Answer started = start(run, detector, task);
        Answer ended = ended(run, started);
        if ("failed".equals(ended.at("status")) && ended.at("exc_info") != null) {
            throw new TestAbortedException("the function " + detector.id() + " failed: "
                    + lastLine(ended.at("exc_info")));
        }
        return new Annotated(task, detector, started, ended, (System.nanoTime() - start) / 1_000_000);
    }

    /** A task of two pictures whose only label is one that the detector knows. */
    static long task(Run run, Detector detector) {
        return TaskFixtures.withImages(run, 2, Map.of("labels", List.of(Map.of("name", detector.label()))));
    }

    /** Sends a detector over a task. */
    static Answer start(Run run, Detector detector, long task) {
        Answer started = run.main().call("lambda_create_requests")
                .json(Map.of("function", detector.id(), "task", task, "cleanup", true, "mapping", mapping(detector)))
                .expect(200).has("id");
        run.resources().add("lambda_delete_requests", started.at("id"), run.main());
        return started;
    }

    /** Waits until the request has ended; the last answer about it. */
    static Answer ended(Run run, Answer started) {
        return Polling.until(run.settings().timeout(),
                () -> run.main().call("lambda_retrieve_requests").path(started.at("id")).expect(200),
                answer -> List.of("finished", "failed").contains(String.valueOf(answer.at("status"))),
                answer -> answer.fail("still " + answer.at("status") + " after " + run.settings().timeout()
                        .toSeconds() + " s"));
    }

    private static String lastLine(Object text) {
        return String.valueOf(text).strip().replaceFirst("(?s).*\n", "");
    }

    /**
     * The main account, where there are functions to call; without their service everything about them is answered 503.
     */
    static Caller caller(Run run) {
        if (run.conditions().holds(Conditions.NO_FUNCTION_SERVICE).orElse(false)) {
            throw new TestAbortedException("there is no function service");
        }
        return run.main();
    }

    private static Detector detector(Run run) {
        List<?> functions = Trees.list(caller(run).call("lambda_list_functions").expect(200).json());
        return functions.stream().map(Trees::object).filter(each -> "detector".equals(each.get("kind")))
                .filter(LambdaFixtures::simple).findFirst()
                .map(each -> new Detector(String.valueOf(each.get("id")),
                        String.valueOf(Trees.object(Trees.list(each.get("labels_v2")).get(0)).get("name"))))
                .orElseThrow(() ->
                        new TestAbortedException("there is no detector of plain shapes among the functions"));
    }

    /** Skeletons go with labels that are put together alike only. */
    private static boolean simple(Map<String, Object> function) {
        List<Object> labels = Trees.list(function.get("labels_v2"));
        return !labels.isEmpty() && !"skeleton".equals(Trees.object(labels.get(0)).get("type"));
    }

    /** The label of the detector as that of the task. */
    static Map<String, Object> mapping(Detector detector) {
        return Map.of(detector.label(), Map.of("name", detector.label()));
    }
}
