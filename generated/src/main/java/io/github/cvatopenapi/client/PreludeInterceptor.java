package io.github.cvatopenapi.client;

import java.io.IOException;
import java.util.List;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Does what must come before the first call to the server: the look at its version, the login. */
final class PreludeInterceptor implements Interceptor {

    /** Something to be done before calls; called before each, so it must remember that it was done. */
    interface Step {
        void run() throws IOException;
    }

    private final Origin origin;
    private final List<Step> steps;

    PreludeInterceptor(Origin origin, List<Step> steps) {
        this.origin = origin;
        this.steps = List.copyOf(steps);
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        if (origin.covers(chain.request().url())) {
            for (Step step : steps) {
                step.run();
            }
        }
        return chain.proceed(chain.request());
    }
}
