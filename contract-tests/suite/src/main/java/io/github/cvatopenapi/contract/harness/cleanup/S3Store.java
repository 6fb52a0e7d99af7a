package io.github.cvatopenapi.contract.harness.cleanup;

import com.github.davidmoten.aws.lw.client.Client;
import com.github.davidmoten.aws.lw.client.HttpMethod;
import com.github.davidmoten.aws.lw.client.Request;
import com.github.davidmoten.aws.lw.client.Response;
import com.github.davidmoten.aws.lw.client.xml.XmlElement;
import com.github.davidmoten.aws.lw.client.xml.XmlParseException;
import io.github.cvatopenapi.contract.harness.settings.Settings;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A bucket behind S3, addressed by path. Key and secret go into signatures for its endpoint alone: redirects are not
 * followed, and of what the store answers only its status and its word for the error are told.
 */
final class S3Store implements ObjectStore {

    private static final String USUAL_REGION = "us-east-1";
    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private static final Duration TO_ANSWER = Duration.ofSeconds(20);
    private static final int ATTEMPTS = 2;

    private final Client client;
    private final String bucket;

    S3Store(Settings.Bucket settings) {
        String region = settings.region() == null ? USUAL_REGION : settings.region();
        String endpoint = settings.endpoint() == null ? "https://s3." + region + ".amazonaws.com" : settings.endpoint();
        bucket = settings.name();
        client = Client.s3().region(region).accessKey(settings.key()).secretKey(settings.secret())
                .baseUrlFactory((service, where) -> endpoint.replaceFirst("/*$", "/"))
                .httpClient(new PlainHttp())
                .connectTimeout(TO_CONNECT.toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(TO_ANSWER.toMillis(), TimeUnit.MILLISECONDS)
                .retryMaxAttempts(ATTEMPTS).build();
    }

    @Override
    public List<String> keys(String prefix) {
        List<String> keys = new ArrayList<>();
        String next = null;
        do {
            Request request = client.path(bucket).query("list-type", "2").query("prefix", prefix)
                    .query("encoding-type", "url");
            XmlElement page = page(answered("list", next == null ? request
                    : request.query("continuation-token", next)));
            boolean encoded = "url".equals(text(page, "EncodingType"));
            for (XmlElement each : page.childrenWithName("Contents")) {
                String key = text(each, "Key");
                keys.add(encoded ? URLDecoder.decode(key, StandardCharsets.UTF_8) : key);
            }
            String last = next;
            next = "true".equals(text(page, "IsTruncated")) ? text(page, "NextContinuationToken") : "";
            if (next.equals(last)) {
                throw new StoreException("the store tells the same page of a list again");
            }
        } while (!next.isEmpty());
        return keys;
    }

    @Override
    public void put(String key, byte[] content) {
        answered("write", client.path(bucket, key).method(HttpMethod.PUT).requestBody(content));
    }

    @Override
    public void remove(String key) {
        answered("remove", client.path(bucket, key).method(HttpMethod.DELETE));
    }

    private Response answered(String what, Request request) {
        Response response;
        try {
            response = request.response();
        } catch (RuntimeException e) {
            Throwable first = e;
            while (first.getCause() != null) {
                first = first.getCause();
            }
            throw new StoreException("the store cannot be reached (" + first.getClass().getSimpleName() + ")");
        }
        boolean gone = what.equals("remove") && response.statusCode() == 404 && word(response).contains("NoSuchKey");
        if (response.isOk() || gone) {
            return response;
        }
        throw new StoreException("the store answered " + response.statusCode() + word(response) + " to a call to "
                + what);
    }

    /** The store's word for what is wrong; nothing else of its answer, which can repeat the key. */
    private static String word(Response response) {
        return parsed(response).map(answer -> text(answer, "Code")).filter(code -> code.matches("[A-Za-z]{1,60}"))
                .map(code -> " (" + code + ")").orElse("");
    }

    private static XmlElement page(Response response) {
        return parsed(response).filter(answer -> answer.name().equals("ListBucketResult"))
                .orElseThrow(() -> new StoreException("the store does not answer a list as S3 does"));
    }

    private static Optional<XmlElement> parsed(Response response) {
        try {
            return Optional.of(XmlElement.parse(response.contentUtf8()));
        } catch (XmlParseException e) {
            return Optional.empty();
        }
    }

    private static String text(XmlElement element, String child) {
        return element.childrenWithName(child).stream().map(XmlElement::content).findFirst().orElse("");
    }
}
