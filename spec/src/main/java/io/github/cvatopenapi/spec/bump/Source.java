package io.github.cvatopenapi.spec.bump;

import io.github.cvatopenapi.spec.SpecException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * Where a document comes from.
 *
 * @param text what it holds
 * @param name what messages call it
 */
record Source(String text, String name) {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    static Source file(Path file) {
        try {
            return new Source(Files.readString(file, StandardCharsets.UTF_8), file.toString());
        } catch (NoSuchFileException e) {
            throw new SpecException("There is no file " + file + ".", e);
        } catch (MalformedInputException e) {
            throw new SpecException(file + " is not UTF-8 text, so neither YAML nor JSON.", e);
        } catch (IOException e) {
            throw new SpecException("Cannot read " + file + ": " + e.getMessage() + ".", e);
        }
    }

    /**
     * The document that a server serves of itself.
     *
     * @param base        the address of the server, with or without /api/
     * @param environment holds the credentials, if there are any
     */
    static Source server(String base, Map<String, String> environment) {
        URI address = address(base);
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(TIMEOUT)
                .header("Accept", "application/vnd.oai.openapi");
        authorization(environment).ifPresent(value -> request.header("Authorization", value));
        // Never on to another address: the credentials are for this one.
        HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).followRedirects(HttpClient.Redirect.NEVER)
                .build();
        try {
            HttpResponse<String> response = client.send(request.build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            int status = response.statusCode();
            if (status / 100 == 3) {
                throw new SpecException("%s sends on to %s; name that address instead.".formatted(address,
                        response.headers().firstValue("Location").orElse("another address")));
            }
            if (status == 401 || status == 403) {
                throw new SpecException(address + " wants credentials (" + status
                        + "): set CVAT_ACCESS_TOKEN, or CVAT_USER and CVAT_PASSWORD.");
            }
            if (status != 200) {
                throw new SpecException(address + " answers " + status + "; is it a CVAT?");
            }
            return new Source(response.body(), address.toString());
        } catch (IOException e) {
            throw new SpecException("Cannot reach " + address + ": " + Optional.ofNullable(e.getMessage())
                    .orElse(e.getClass().getSimpleName()) + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SpecException("Interrupted while reading " + address + ".", e);
        }
    }

    private static URI address(String base) {
        try {
            URI uri = URI.create(base.replaceFirst("/+$", "").replaceFirst("/api(/schema)?$", "") + "/api/schema/");
            if (uri.getHost() != null && uri.getUserInfo() == null
                    && String.valueOf(uri.getScheme()).matches("https?")) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // Said below; the text may hold a password, so it is not repeated.
        }
        throw new SpecException(
                "The address of the server must be of the form http://HOST or https://HOST, without credentials.");
    }

    private static Optional<String> authorization(Map<String, String> environment) {
        String token = environment.getOrDefault("CVAT_ACCESS_TOKEN", "");
        String user = environment.getOrDefault("CVAT_USER", "");
        if (!token.isBlank()) {
            return Optional.of("Bearer " + token.strip());
        }
        if (user.isEmpty()) {
            return Optional.empty();
        }
        String pair = user + ":" + environment.getOrDefault("CVAT_PASSWORD", "");
        return Optional.of("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }
}
