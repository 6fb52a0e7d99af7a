package io.github.cvatopenapi.contract.lambda;

import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.lambda.LambdaFixtures.Annotated;
import io.github.cvatopenapi.contract.lambda.LambdaFixtures.Detector;
import io.github.cvatopenapi.contract.tasks.TaskFixtures;
import io.github.cvatopenapi.spec.Trees;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.opentest4j.TestAbortedException;

/** Functions that annotate. Most of it needs an instance that has some. */
final class LambdaChecks {

    /** A function that took longer for a whole task is not waited for with the connection open. */
    private static final long QUICK_MILLIS = Duration.ofSeconds(15).toMillis();
    /** Within this time a second call comes after the first for certain. */
    private static final Duration LONG = Duration.ofSeconds(5);

    @Check(operation = "lambda_list_functions", rule = Rule.LIFECYCLE_READ)
    void everyFunctionSaysWhatItIs(Run run) {
        Answer answer = LambdaFixtures.caller(run).call("lambda_list_functions").expect(200);
        if (!(answer.json() instanceof List<?> functions) || !functions.stream().map(Trees::object)
                .allMatch(each -> each.get("id") instanceof String && each.get("kind") instanceof String
                && each.get("name") instanceof String)) {
            throw answer.fail("it is no list of functions with id, kind and name");
        }
    }

    @Check(operation = "lambda_retrieve_functions", rule = Rule.LIFECYCLE_READ)
    void aFunctionSaysWhatItIs(Run run) {
        Detector detector = run.get(LambdaFixtures.DETECTOR);
        run.main().call("lambda_retrieve_functions").path(detector.id()).expect(200).has("id", detector.id())
                .has("kind", "detector")
                .has("labels_v2.0.name", detector.label());
    }

    @Check(operation = "lambda_create_functions", rule = Rule.LIFECYCLE_CREATE)
    void aDetectorAnswersWithShapes(Run run) {
        Annotated annotated = run.get(LambdaFixtures.ANNOTATED);
        if (annotated.millis() > QUICK_MILLIS) {
            throw new TestAbortedException("the function " + annotated.detector().id() + " is too slow to wait for");
        }
        Answer answer = run.main().call("lambda_create_functions").path(annotated.detector().id())
                .json(Map.of("frame", 0,
                "task", annotated.task(), "mapping", LambdaFixtures.mapping(annotated.detector()))).expect(200);
        if (!(answer.at("shapes") instanceof List<?> shapes)) {
            throw answer.fail("there are no shapes");
        }
        for (Object shape : shapes) {
            if (!(Trees.object(shape).get("frame") instanceof Number frame) || frame.intValue() != 0) {
                throw answer.fail("there are shapes of other frames than the one that was asked for");
            }
        }
    }

    @Check(operation = "lambda_create_functions", rule = Rule.ERROR_INPUT, caseName = "no such frame")
    void aFrameThatIsNotThereGets400(Run run) {
        call(run, Map.of("frame", 99, "task", run.get(TaskFixtures.WITH_IMAGES))).status(400).readableError();
    }

    @Check(operation = "lambda_create_functions", rule = Rule.ERROR_INPUT, caseName = "missing task")
    void aTaskThatIsNotThereGets400(Run run) {
        call(run, Map.of("frame", 0, "task", 2_000_000_001)).status(400).readableError();
    }

    @Check(operation = "lambda_create_functions", rule = Rule.ERROR_INPUT, caseName = "nothing")
    void aCallWithoutATaskGets400(Run run) {
        call(run, Map.of()).status(400).readableError();
    }

    private static Answer call(Run run, Map<String, Object> body) {
        return run.main().call("lambda_create_functions").path(run.get(LambdaFixtures.DETECTOR).id()).json(body).send();
    }

    @Check(operation = "lambda_create_functions", rule = Rule.ERROR_INPUT, caseName = "shapes without states")
    void aTrackerWithoutStatesIsRefused(Run run) {
        Object tracker = Trees.list(LambdaFixtures.caller(run).call("lambda_list_functions").expect(200).json())
                .stream()
                .map(Trees::object).filter(each -> "tracker".equals(each.get("kind"))
                        && Trees.list(each.get("supported_shape_types")).contains("rectangle"))
                .map(each -> each.get("id")).findFirst()
                .orElseThrow(() -> new TestAbortedException("there is no tracker of rectangles among the functions"));
        run.main().call("lambda_create_functions").path(tracker)
                .json(Map.of("frame", 0, "task", run.get(TaskFixtures.WITH_IMAGES),
                "shapes", List.of(List.of(1, 1, 5, 5)), "states", List.of())).send().readableError();
    }

    @Check(operation = "lambda_create_functions", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotHaveATaskLookedAt(Run run) {
        Detector detector = run.get(LambdaFixtures.DETECTOR);
        run.second().call("lambda_create_functions").path(detector.id())
                .json(Map.of("frame", 0, "task", run.get(TaskFixtures.WITH_IMAGES))).expect(403).readableError();
    }

    @Check(operation = "lambda_create_requests", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotHaveATaskAnnotated(Run run) {
        Detector detector = run.get(LambdaFixtures.DETECTOR);
        run.second().call("lambda_create_requests").json(Map.of("function", detector.id(), "task",
                run.get(TaskFixtures.WITH_IMAGES)))
                .expect(403).readableError();
    }

    @Check(operation = "lambda_create_requests", rule = Rule.ASYNC_ACCEPTED)
    void aTaskIsHandedToAFunction(Run run) {
        Annotated annotated = run.get(LambdaFixtures.ANNOTATED);
        annotated.started().has("function.id", annotated.detector().id()).has("function.task", annotated.task())
                .has("enqueued")
                .has("status").has("ended", null);
    }

    /** A quick function may have ended before it is asked for again; one that works longer on as much is held to it. */
    @Check(operation = "lambda_create_requests", rule = Rule.ASYNC_CONFLICT)
    void aTaskThatIsBeingAnnotatedGets409(Run run) {
        Answer before = run.get(LambdaFixtures.ANNOTATED).ended();
        Detector detector = run.get(LambdaFixtures.DETECTOR);
        long task = LambdaFixtures.task(run, detector);
        LambdaFixtures.start(run, detector, task);
        Answer again = run.main().call("lambda_create_requests").json(Map.of("function", detector.id(), "task", task))
                .send();
        if (again.status() == 200 && date(before, "ended").isBefore(date(before, "started").plus(LONG))) {
            throw new TestAbortedException("the function " + detector.id()
                    + " ends too quickly to be asked for while it works");
        }
        again.status(409).readableError();
    }

    @Check(operation = "lambda_retrieve_requests", rule = Rule.ASYNC_PROGRESS)
    void aFunctionFinishesInOrder(Run run) {
        Answer ended = run.get(LambdaFixtures.ANNOTATED).ended().has("status", "finished").has("progress", 100)
                .has("exc_info", null)
                .has("enqueued").has("started").has("ended");
        if (date(ended, "ended").isBefore(date(ended, "enqueued")) || date(ended, "ended")
                .isBefore(date(ended, "started"))) {
            throw ended.fail("it ended before it began");
        }
    }

    private static OffsetDateTime date(Answer answer, String name) {
        return OffsetDateTime.parse(String.valueOf(answer.at(name)));
    }

    @Check(operation = "lambda_list_requests", rule = Rule.LIFECYCLE_READ)
    void theRequestsAreAList(Run run) {
        Answer answer = run.main().call("lambda_list_requests").expect(200);
        if (!(answer.json() instanceof List<?> requests) || !requests.stream()
                .allMatch(each -> Trees.object(each).get("id") instanceof String)) {
            throw answer.fail("it is no list of requests with their ids");
        }
    }

    @Check(operation = "lambda_delete_requests", rule = Rule.LIFECYCLE_REMOVE)
    void aRemovedRequestIsGone(Run run) {
        Object id = LambdaFixtures.annotate(run).ended().at("id");
        run.main().call("lambda_delete_requests").path(id).expect(204);
        run.main().call("lambda_retrieve_requests").path(id).expect(404).readableError();
    }

    @Check(operation = "lambda_create_requests", rule = Rule.ERROR_INPUT, caseName = "nothing")
    void aRequestForNothingGets400(Run run) {
        run.main().call("lambda_create_requests").json(Map.of()).expect(400).readableError().has("function")
                .has("task");
    }
}
