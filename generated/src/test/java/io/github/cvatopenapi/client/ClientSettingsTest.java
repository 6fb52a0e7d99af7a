package io.github.cvatopenapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cvatopenapi.spec.Contract;
import java.lang.reflect.Method;
import java.net.Proxy;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings of a client and what it puts on each call. */
class ClientSettingsTest extends ServerFixture {

    @Test
    void headersOfEveryCall() {
        answer(json(200, "{}"));
        try (CvatClient client = settings().build()) {
            client.execute(client.server().serverRetrieveAbout());
        }
        RecordedRequest request = request();
        assertThat(request.getHeaders().get("User-Agent")).isEqualTo("cvat-client-java/" + ApiVersion.client());
        assertThat(request.getHeaders().values("Accept")).containsExactly("application/vnd.cvat+json");
    }

    @Test
    void userAgentOfTheCallersOwn() {
        answer(json(200, "{}"));
        try (CvatClient client = settings().userAgent("robot/1").build()) {
            client.execute(client.server().serverRetrieveAbout());
        }
        assertThat(request().getHeaders().get("User-Agent")).isEqualTo("robot/1");
    }

    @Test
    void pathBeforeApiIsKept() {
        answer(json(200, "{}"));
        try (CvatClient client = settings().baseUrl(server.url("/tools/cvat").toString()).build()) {
            client.execute(client.server().serverRetrieveAbout());
        }
        assertThat(request().getTarget()).isEqualTo("/tools/cvat/api/server/about");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "cvat.example.com | no http or https address",
        "ftp://cvat.example.com | no http or https address",
        "https://ann:pw@cvat.example.com | holds a user or password",
        "https://cvat.example.com/?a=b | holds a query or fragment",
        "https://cvat.example.com/api | ends in /api",
        "https://cvat.example.com/api/ | ends in /api",
    })
    void badAddresses(String url, String problem) {
        assertThatThrownBy(() -> CvatClient.builder().baseUrl(url)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(problem).hasMessageNotContaining("pw@");
    }

    @Test
    void addressIsRequired() {
        assertThatThrownBy(() -> CvatClient.builder().build()).isInstanceOf(IllegalStateException.class)
                .hasMessage("no base URL: call baseUrl first");
    }

    @Test
    void hostWithOneDeadAddressIsReachedByTheOther() {
        answer(json(200, "{}"));
        okhttp3.Dns twoAddresses = host -> java.util.List.of(
                java.net.InetAddress.getByName("127.0.0.77"), java.net.InetAddress.getByName("127.0.0.1"));
        OkHttpClient own = new OkHttpClient.Builder().dns(twoAddresses).build();
        String url = "http://cvat.test:" + server.getPort();
        try (CvatClient client = settings().okHttpClient(own).baseUrl(url).build()) {
            client.execute(client.server().serverRetrieveAbout());
        }
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void ownHttpClientIsUsedAndLeftOpen() {
        AtomicInteger calls = new AtomicInteger();
        OkHttpClient own = new OkHttpClient.Builder().addInterceptor(chain -> {
            calls.incrementAndGet();
            return chain.proceed(chain.request());
        }).build();
        answer(json(200, "{}"));
        try (CvatClient client = settings().okHttpClient(own).build()) {
            client.execute(client.server().serverRetrieveAbout());
        }
        assertThat(calls).hasValue(1);
        assertThat(own.dispatcher().executorService().isShutdown()).isFalse();
    }

    @Test
    void ownConnectionsAreLetGo() {
        CvatClient client = settings().build();
        client.close();
        assertThat(client.http().dispatcher().executorService().isShutdown()).isTrue();
    }

    @Test
    void proxyGetsTheCalls() {
        answer(json(200, "{}"));
        Proxy proxy = new Proxy(Proxy.Type.HTTP, server.getSocketAddress());
        try (CvatClient client = settings().baseUrl("http://cvat.invalid").proxy(proxy).build()) {
            client.execute(client.server().serverRetrieveAbout());
        }
        assertThat(request().getRequestLine()).isEqualTo("GET http://cvat.invalid/api/server/about HTTP/1.1");
    }

    @Test
    void everyTagOfTheDocumentHasAnAccessor() {
        Set<String> tags = Contract.load().operations().stream()
                .map(operation -> operation.tag().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        Set<String> accessors = Arrays.stream(CvatApis.class.getMethods()).map(Method::getName)
                .filter(name -> !name.equals("api")).collect(Collectors.toSet());
        assertThat(accessors).isEqualTo(tags);
    }

    @Test
    void accessorsGiveTheApiOfTheirName() throws ReflectiveOperationException {
        try (CvatClient client = settings().build()) {
            for (Method accessor : CvatApis.class.getMethods()) {
                if (!accessor.getName().equals("api")) {
                    assertThat(accessor.getReturnType().getSimpleName())
                            .isEqualToIgnoringCase(accessor.getName() + "Api");
                    assertThat(accessor.invoke(client)).isInstanceOf(accessor.getReturnType())
                            .isSameAs(accessor.invoke(client));
                }
            }
        }
    }
}
