package io.github.cvatopenapi.client.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cvatopenapi.client.wire.Answers.Answer;
import io.github.cvatopenapi.client.wire.Arguments.Place;
import io.github.cvatopenapi.spec.Operation;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mockwebserver3.RecordedRequest;

/** Holds a request that arrived against its operation. */
final class RequestCheck {

    private final Operation operation;
    private final RecordedRequest request;

    RequestCheck(Operation operation, RecordedRequest request) {
        this.operation = operation;
        this.request = request;
    }

    /** Fails unless method, path, query, headers and body are those of the operation with these values. */
    void is(Map<Place, String> values, WireBody body) throws IOException {
        assertThat(request.getMethod()).isEqualTo(operation.method());
        String[] target = request.getTarget().split("\\?", 2);
        assertThat(decoded(target[0].split("/", -1))).isEqualTo(path(values));
        assertThat(target[0]).as("encoded path").matches("[-A-Za-z0-9/._~!$&'()*+,;=:@%]*");
        assertThat(query(target)).containsExactlyInAnyOrderElementsOf(ofPlace(values, "query"));
        assertThat(request.getTarget()).as("encoded target").matches("[\\x21-\\x7e]*").doesNotContain("#");
        assertThat(headers()).containsExactlyInAnyOrderElementsOf(ofPlace(values, "header"));
        body.check(request);
    }

    /** Fails unless the request asks for the media type of the answer. */
    void accepts(Answer answer) {
        List<String> accepted = request.getHeaders().values("Accept");
        assertThat(accepted).hasSize(1);
        if (!"*/*".equals(accepted.get(0)) && answer.mediaType() != null && !answer.mediaType().startsWith("text/")) {
            assertThat(accepted.get(0)).isEqualTo(answer.mediaType());
        }
    }

    private List<String> path(Map<Place, String> values) {
        List<String> segments = new ArrayList<>();
        for (String segment : operation.path().split("/", -1)) {
            segments.add(segment.startsWith("{")
                    ? values.get(new Place("path", segment.substring(1, segment.length() - 1))) : segment);
        }
        return segments;
    }

    private static List<String> decoded(String[] segments) {
        List<String> decoded = new ArrayList<>();
        for (String segment : segments) {
            decoded.add(URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8));
        }
        return decoded;
    }

    private static List<String> query(String[] target) {
        List<String> pairs = new ArrayList<>();
        if (target.length == 2) {
            for (String pair : target[1].split("&")) {
                pairs.add(URLDecoder.decode(pair, StandardCharsets.UTF_8));
            }
        }
        return pairs;
    }

    private static List<String> ofPlace(Map<Place, String> values, String in) {
        return values.entrySet().stream().filter(each -> each.getKey().in().equals(in))
                .map(each -> each.getKey().name() + "=" + each.getValue()).toList();
    }

    private List<String> headers() {
        List<String> declared = operation.parameters().stream().filter(each -> each.in().equals("header"))
                .map(each -> each.name()).toList();
        List<String> sent = new ArrayList<>();
        declared.forEach(name -> request.getHeaders().values(name).forEach(value -> sent.add(name + "=" + value)));
        return sent;
    }
}
