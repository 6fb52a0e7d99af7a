package io.github.cvatopenapi.client;

import io.github.cvatopenapi.client.api.AuthApi;
import io.github.cvatopenapi.client.api.ServerApi;
import io.github.cvatopenapi.client.model.About;
import io.github.cvatopenapi.client.model.LoginSerializerExRequest;
import java.io.IOException;
import java.util.List;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import retrofit2.Retrofit;

/** What a client and its views on organizations share. */
final class Core {

    final HttpUrl base;
    final Origin origin;
    final Addresses addresses;
    final Redaction redaction;
    final RetryPolicy policy;
    final Time time;
    final Pauses pauses;
    final RequestMemory memory = new RequestMemory();

    private final OkHttpClient http;
    private final boolean ownHttp;
    private final String userAgent;
    private final Credentials credentials;
    private final Authorization authorization;
    private final VersionGuard versionGuard;

    Core(CvatClientBuilder settings, OkHttpClient http) {
        this.base = settings.base;
        this.origin = Origin.of(base);
        this.addresses = new Addresses(base);
        this.http = http;
        this.ownHttp = settings.ownHttp;
        this.userAgent = settings.userAgent;
        this.policy = settings.retries;
        this.time = settings.time;
        this.pauses = new Pauses(time);
        this.credentials = settings.credentials;
        this.redaction = new Redaction(credentials.secrets());

        OkHttpClient anonymous = equipped(OrganizationContext.ANY, List.of()).build();
        Calls calls = calls(anonymous);
        Retrofit retrofit = retrofit(anonymous);
        this.versionGuard = new VersionGuard(settings.versionCheck, ApiVersion.document(), bounds -> {
            About about = NestedFailure.of(
                    () -> calls.answer(retrofit.create(ServerApi.class).serverRetrieveAbout(), bounds)).body();
            return about == null ? null : about.getVersion();
        });
        this.authorization = switch (credentials.kind()) {
            case NONE -> Authorization.NONE;
            case ACCESS_TOKEN, TOKEN_KEY, BASIC -> Authorization.header(credentials.header());
            case LOGIN -> session(calls, retrofit.create(AuthApi.class));
        };
    }

    private Session session(Calls calls, AuthApi auth) {
        return new Session(base, new Session.Door() {
            @Override
            public void login(Session session, Bounds bounds) throws IOException {
                LoginSerializerExRequest who = new LoginSerializerExRequest()
                        .username(credentials.user()).password(credentials.password());
                session.learn(NestedFailure.of(() -> calls.answer(auth.authCreateLogin(who), bounds)).raw());
            }

            @Override
            public void logout(Session session) throws IOException {
                Request logout = session.sign(auth.authCreateLogout().request());
                NestedFailure.of(() -> calls.send(logout, Cleanup.bounds(time.now()))).close();
            }
        });
    }

    /** The HTTP client for calls in an organization. */
    OkHttpClient http(OrganizationContext organization) {
        return equipped(organization, List.of(versionGuard, authorization::prepare))
                .addInterceptor(new RenewalInterceptor(origin, authorization, time))
                .addNetworkInterceptor(new CredentialInterceptor(origin, authorization))
                .build();
    }

    private OkHttpClient.Builder equipped(OrganizationContext organization, List<PreludeInterceptor.Step> prelude) {
        return http.newBuilder()
                .addInterceptor(new ErrorBodyLimit())
                .addInterceptor(new ContextInterceptor(origin, userAgent, organization))
                .addInterceptor(new PreludeInterceptor(origin, prelude, time))
                .addInterceptor(new RetryInterceptor(policy, time, pauses))
                .addNetworkInterceptor(new FollowUpGuard(origin, addresses));
    }

    Calls calls(OkHttpClient client) {
        return new Calls(client, this);
    }

    Retrofit retrofit(Call.Factory client) {
        return new Retrofit.Builder().baseUrl(base).callFactory(request -> new HttpCall(client, request))
                .addConverterFactory(Json.converterFactory()).build();
    }

    void close() {
        pauses.close();
        if (ownHttp) {
            http.dispatcher().cancelAll();
        }
        authorization.close();
        if (ownHttp) {
            http.dispatcher().executorService().shutdown();
            http.connectionPool().evictAll();
        }
    }

    @Override
    public String toString() {
        return base + ", " + credentials;
    }
}
