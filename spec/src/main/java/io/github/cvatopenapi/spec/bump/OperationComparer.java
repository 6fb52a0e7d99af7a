package io.github.cvatopenapi.spec.bump;

import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Media;
import io.github.cvatopenapi.spec.Operation;
import io.github.cvatopenapi.spec.Response;
import io.github.cvatopenapi.spec.Trees;
import io.github.cvatopenapi.spec.bump.Change.Kind;
import io.github.cvatopenapi.spec.bump.Change.Turn;
import io.github.cvatopenapi.spec.bump.Change.Verdict;
import io.github.cvatopenapi.spec.bump.Findings.Direction;
import io.github.cvatopenapi.spec.bump.SchemaComparer.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares two operations that stand on the same method and path. */
final class OperationComparer {

    private final Contract before;
    private final Contract after;
    private final SchemaComparer schemas;
    private final Findings findings;

    OperationComparer(Contract before, Contract after, SchemaComparer schemas, Findings findings) {
        this.before = before;
        this.after = after;
        this.schemas = schemas;
        this.findings = findings;
    }

    void compare(Operation old, Operation now) {
        String id = now.id();
        if (!old.id().equals(id)) {
            findings.both(Kind.OPERATION, Turn.CHANGED, now.method() + " " + now.path(), "id " + old.id() + " -> " + id,
                    Verdict.safe("the wire is the same; the Java method has another name"), id);
        }
        if (!old.tag().equals(now.tag())) {
            findings.both(Kind.OPERATION, Turn.CHANGED, id, "tag " + old.tag() + " -> " + now.tag(),
                    Verdict.safe("the wire is the same; the Java method is in another interface"), id);
        }
        boolean deprecated = Boolean.TRUE.equals(node(after, now).get("deprecated"));
        if (deprecated != Boolean.TRUE.equals(node(before, old).get("deprecated"))) {
            findings.both(Kind.OPERATION, Turn.CHANGED, id, deprecated ? "deprecated" : "no longer deprecated",
                    Verdict.safe(deprecated ? "it still works, but plan to leave it" : "it stays"), id);
        }
        new SecurityComparer(before, after, findings).compare(old, now);
        new ParameterComparer(before, after, schemas, findings).compare(old, now);
        body(old, now);
        responses(old, now);
    }

    static Map<String, Object> node(Contract contract, Operation operation) {
        return Trees.object(Trees.at(contract.document(), "paths", operation.path(),
                operation.method().toLowerCase(Locale.ROOT)));
    }

    private void body(Operation old, Operation now) {
        String where = now.id() + " request body";
        boolean had = !old.requestBodies().isEmpty();
        boolean has = !now.requestBodies().isEmpty();
        if (has && !had) {
            sent(Kind.BODY, Turn.ADDED, where, now.bodyRequired() ? "required" : "optional", now.bodyRequired()
                    ? Verdict.breaking("requests without one are refused") : Verdict.safe("it need not be sent"),
                    now.id());
            return;
        }
        if (had && !has) {
            sent(Kind.BODY, Turn.REMOVED, where, "", Verdict.breaking("what it set is ignored or refused"), now.id());
            return;
        }
        if (old.bodyRequired() != now.bodyRequired()) {
            sent(Kind.BODY, Turn.CHANGED, where, now.bodyRequired() ? "optional -> required" : "required -> optional",
                    now.bodyRequired() ? Verdict.breaking("requests without one are refused")
                            : Verdict.safe("it may still be sent"), now.id());
        }
        media(where, Direction.SENT, old.requestBodies(), now.requestBodies(), now.id());
        for (String type : byType(now.requestBodies()).keySet()) {
            Object encoding = Trees.at(node(before, old), "requestBody", "content", type, "encoding");
            if (!Objects.equals(encoding, Trees.at(node(after, now), "requestBody", "content", type, "encoding"))
                    && old.requestBody(type).isPresent()) {
                sent(Kind.MEDIA_TYPE, Turn.CHANGED, where + " " + type, "encoding of its parts",
                        Verdict.breaking("the parts go over the wire in another way"), now.id());
            }
        }
    }

    private void responses(Operation old, Operation now) {
        for (Response response : now.responses()) {
            String where = now.id() + " response " + response.status();
            Optional<Response> was = old.response(response.status());
            if (was.isEmpty()) {
                read(Kind.STATUS, Turn.ADDED, where, "", added(response, old), now.id());
            } else {
                contents(where, was.get(), response, now.id());
                headers(where, old, now, String.valueOf(response.status()));
            }
        }
        for (Response response : old.responses()) {
            if (now.response(response.status()).isEmpty()) {
                read(Kind.STATUS, Turn.REMOVED, now.id() + " response " + response.status(), "", success(response)
                        ? Verdict.breaking("the answer callers wait for no longer comes")
                        : Verdict.safe("errors are read whatever their status"), now.id());
            }
        }
    }

    private static Verdict added(Response response, Operation old) {
        if (!success(response)) {
            return Verdict.safe("errors are read whatever their status");
        }
        boolean known = response.content().isEmpty() || old.responses().stream()
                .anyMatch(each -> success(each) && each.content().equals(response.content()));
        return known ? Verdict.safe("a success is read whatever its status")
                : Verdict.breaking("a success may bring a body that callers do not know");
    }

    private void contents(String where, Response was, Response is, String id) {
        if (was.content().isEmpty() && !is.content().isEmpty()) {
            read(Kind.BODY, Turn.ADDED, where, types(is.content()), Verdict.safe("no one read a body here"), id);
        } else if (!was.content().isEmpty() && is.content().isEmpty()) {
            read(Kind.BODY, Turn.REMOVED, where, types(was.content()), success(was)
                    ? Verdict.breaking("it no longer comes") : Verdict.safe("errors are read with or without a body"),
                    id);
        } else {
            media(where, Direction.READ, was.content(), is.content(), id);
        }
    }

    private void media(String where, Direction direction, List<Media> was, List<Media> is, String id) {
        Map<String, Media> old = byType(was);
        Map<String, Media> now = byType(is);
        boolean sent = direction == Direction.SENT;
        boolean stays = old.keySet().stream().anyMatch(now::containsKey);
        now.forEach((type, media) -> {
            if (old.containsKey(type)) {
                schemas.compare(new Place(where + " " + type, Kind.MEDIA_TYPE, direction, List.of(id)),
                        old.get(type).schema(), media.schema());
            } else {
                findings.add(Kind.MEDIA_TYPE, Turn.ADDED, where, type, direction, Verdict.safe(
                        sent ? "no one needs to send it" : "it comes only where it is asked for"), List.of(id));
            }
        });
        old.keySet().stream().filter(type -> !now.containsKey(type)).forEach(type -> findings.add(Kind.MEDIA_TYPE,
                Turn.REMOVED, where, type, direction, Verdict.breaking(sent ? "who sends it is refused"
                        : stays ? "who asks for it is refused" : "the answer comes in another form"), List.of(id)));
    }

    private void headers(String where, Operation old, Operation now, String status) {
        Map<String, Object> was = Trees.object(Trees.at(node(before, old), "responses", status, "headers"));
        Map<String, Object> is = Trees.object(Trees.at(node(after, now), "responses", status, "headers"));
        is.forEach((name, header) -> {
            if (!was.containsKey(name)) {
                read(Kind.STATUS, Turn.CHANGED, where, "header " + name + " added", Verdict.safe("no one read it"),
                        now.id());
            } else {
                schemas.compare(new Place(where + " header " + name, Kind.STATUS, Direction.READ, List.of(now.id())),
                        Trees.object(Trees.at(was.get(name), "schema")), Trees.object(Trees.at(header, "schema")));
            }
        });
        was.keySet().stream().filter(name -> !is.containsKey(name))
                .forEach(name -> read(Kind.STATUS, Turn.CHANGED, where,
                "header " + name + " removed", Verdict.breaking("it no longer comes"), now.id()));
    }

    private static boolean success(Response response) {
        return response.status() < 400;
    }

    private static String types(List<Media> content) {
        return String.join(", ", byType(content).keySet());
    }

    private static Map<String, Media> byType(List<Media> content) {
        return content.stream()
                .collect(Collectors.toMap(Media::type, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    private void sent(Kind kind, Turn turn, String where, String detail, Verdict verdict, String id) {
        findings.add(kind, turn, where, detail, Direction.SENT, verdict, List.of(id));
    }

    private void read(Kind kind, Turn turn, String where, String detail, Verdict verdict, String id) {
        findings.add(kind, turn, where, detail, Direction.READ, verdict, List.of(id));
    }
}
