package io.github.cvatopenapi.client;

import java.io.IOException;
import java.util.List;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Does what must come before the first call to the server: the look at its version, the login. */
final class PreludeInterceptor implements Interceptor {

    /**
     * Something to be done before calls, within the bounds of the one that waits for it; called before each, so it must
     * remember that it was done.
     */
    interface Step {
        void run(Bounds bounds) throws IOException;
    }

    private final Origin origin;
    private final List<Step> steps;
    private final Time time;

    PreludeInterceptor(Origin origin, List<Step> steps, Time time) {
        this.origin = origin;
        this.steps = List.copyOf(steps);
        this.time = time;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Bounds bounds = Bounds.of(chain.call(), time);
        if (origin.covers(chain.request().url())) {
            for (Step step : steps) {
                step.run(bounds);
            }
        }
        return chain.proceed(chain.request());
    }
}
