package io.github.cvatopenapi.embedded.resources.webhooks;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** Posts to the target of a webhook. What goes wrong there becomes a status, as at a gateway. */
final class WebhookSender {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LONGEST_RESPONSE = 1024 * 1024;

    /**
     * What came back.
     *
     * @param status 502 when the target could not be reached, 504 when it took too long
     * @param text   empty when it is too long to keep
     */
    record Reply(int status, String text) {
    }

    /** Made when the first webhook is sent, and shared by all instances: a client has a thread of its own. */
    private static final class Clients {
        static final HttpClient STRICT = builder().build();
        static final HttpClient TRUSTING = builder().sslContext(trusting()).build();

        private static HttpClient.Builder builder() {
            return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE)
                    .followRedirects(HttpClient.Redirect.NORMAL);
        }

        private static SSLContext trusting() {
            try {
                SSLContext context = SSLContext.getInstance("TLS");
                context.init(null, new TrustManager[] {new TrustAll()}, null);
                return context;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java has TLS", e);
            }
        }
    }

    private WebhookSender() {
    }

    /** Signed with the secret unless that is empty. */
    static Reply post(String url, String contentType, String secret, boolean checkCertificate, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE)
                    .header("Content-Type", contentType).POST(HttpRequest.BodyPublishers.ofByteArray(bytes));
            if (!secret.isEmpty()) {
                request.header("X-Signature-256", "sha256=" + signature(secret, bytes));
            }
            HttpResponse<InputStream> response = (checkCertificate ? Clients.STRICT : Clients.TRUSTING)
                    .send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream in = response.body()) {
                byte[] text = in.readNBytes(LONGEST_RESPONSE + 1);
                return new Reply(response.statusCode(), text.length > LONGEST_RESPONSE ? ""
                        : new String(text, StandardCharsets.UTF_8));
            }
        } catch (HttpTimeoutException e) {
            return new Reply(504, "");
        } catch (IOException | IllegalArgumentException e) {
            return new Reply(502, "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply(502, "");
        }
    }

    private static String signature(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC with SHA-256", e);
        }
    }

    /** For webhooks that ask not to have certificates checked. */
    private static final class TrustAll extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
