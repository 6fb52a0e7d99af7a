package io.github.cvatopenapi.contract.harness.generic;

import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Media;
import io.github.cvatopenapi.spec.Operation;
import io.github.cvatopenapi.spec.Trees;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Each property of a JSON body at and beyond the limits that the document sets, and each required one left away. */
final class BodyBoundsChecks implements GenericChecks.Generator {

    /**
     * Properties that name a user: an ordinary account was refused odd ones for want of rights, before anybody looked
     * closer.
     */
    private static final Set<String> OF_USERS = Set.of("owner_id", "assignee_id", "assignee");
    private static final Set<String> ODD_USERS =
            Set.of(BoundaryCase.BEYOND, BoundaryCase.FRACTION, BoundaryCase.MISSING);

    /** Of such a webhook nobody knows who may make it, so that an ordinary account may not. */
    private static final String WEBHOOK_TYPE = "webhooks_create type";

    @Override
    public void generate(Operation operation, Samples samples, CheckPlan plan) {
        Contract contract = plan.run().contract();
        Optional<Media> json = operation.requestBody("application/json");
        Optional<Sample> bounded = samples.find(operation.id())
                .filter(sample -> sample.hasBounds() && sample.hasBody() && json.isPresent());
        bounded.ifPresent(sample -> {
            Map<String, Object> schema = BoundaryCase.resolved(contract, json.orElseThrow().schema());
            properties(contract, schema, "", plan, sample, sent -> sent);
            Trees.list(schema.get("required")).forEach(name -> plan.add(
                    operation, Rule.ERROR_BODY_BOUNDS, name + ": absent", "a required property left away is refused",
                    () -> {
                        ordinarily(plan.run(), sample, String.valueOf(name), "absent");
                        Map<String, Object> sent = sample.body(plan.run());
                        sent.remove(name);
                        sample.call(plan.run()).json(sent).send().readableError();
                    }));
            sample.within().ifPresent(array -> {
                Map<String, Object> items = Trees.object(BoundaryCase.resolved(contract,
                        Trees.object(Trees.at(schema, "properties", array))).get("items"));
                properties(contract, BoundaryCase.resolved(contract, items), array.replaceFirst("s$", "") + " ",
                        plan, sample, sent -> first(sent, array));
            });
        });
    }

    /** The first object of an array of the body, to be changed. */
    private static Map<String, Object> first(Map<String, Object> sent, String array) {
        Map<String, Object> item = new LinkedHashMap<>(Trees.object(Trees.list(sent.get(array)).get(0)));
        sent.put(array, List.of(item));
        return item;
    }

    private static void properties(Contract contract, Map<String, Object> schema, String prefix, CheckPlan plan,
                                   Sample sample, Function<Map<String, Object>, Map<String, Object>> holder) {
        Trees.object(schema.get("properties")).forEach((name, property) -> {
            Map<String, Object> resolved = BoundaryCase.resolved(contract, Trees.object(property));
            if (!"binary".equals(resolved.get("format"))) {
                for (BoundaryCase boundary : BoundaryCase.of(resolved)) {
                    plan.add(sample.operation(), Rule.ERROR_BODY_BOUNDS, prefix + name + ": " + boundary.way(),
                            behaviour(boundary.expected()), () -> send(plan.run(), sample, name, boundary, holder));
                }
            }
        });
    }

    private static void send(Run run, Sample sample, String name, BoundaryCase boundary,
                             Function<Map<String, Object>, Map<String, Object>> holder) {
        ordinarily(run, sample, name, boundary.way());
        Map<String, Object> sent = sample.body(run);
        Map<String, Object> held = holder.apply(sent);
        held.put(name, own(run, boundary, held.get(name)));
        judge(sample.call(run).json(sent).send(), boundary.expected());
    }

    /** Skips what was refused to an ordinary account for want of rights where the main account is an administrator. */
    private static void ordinarily(Run run, Sample sample, String name, String way) {
        if (OF_USERS.contains(name) && ODD_USERS.contains(way)
                || WEBHOOK_TYPE.equals(sample.operation().id() + " " + name)) {
            run.ordinary();
        }
    }

    /**
     * The value. The longest text begins with a name of the run, so that it is unique and can be found again. A
     * fraction is beside the right number: servers cut fractions of ids off, and what has the id 1 may be somebody
     * else's.
     */
    private static Object own(Run run, BoundaryCase boundary, Object right) {
        if (boundary.way().equals(BoundaryCase.FRACTION) && right instanceof Number number) {
            return number.longValue() + 0.5;
        }
        if (!boundary.way().equals("longest") || !(boundary.value() instanceof String text)) {
            return boundary.value();
        }
        String slug = run.names().slug();
        return slug.length() > text.length() ? text : slug + text.substring(slug.length());
    }

    static String behaviour(BoundaryCase.Expected expected) {
        return switch (expected) {
            case ACCEPTED -> "a value at its limit is accepted";
            case REFUSED -> "a value that does not fit is refused";
            case NOT_BROKEN -> "an odd value does not break the server";
        };
    }

    static void judge(Answer answer, BoundaryCase.Expected expected) {
        switch (expected) {
            case ACCEPTED -> {
                if (answer.status() >= 300) {
                    throw answer.fail("expected to be accepted");
                }
            }
            case REFUSED -> answer.readableError();
            case NOT_BROKEN -> answer.notBroken();
        }
    }
}
