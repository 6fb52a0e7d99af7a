package io.github.cvatopenapi.client;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;

/**
 * Ends the body of an error where it breaks off, and where it is longer than any that says something. Retrofit reads
 * such a body whole before anyone sees the status.
 */
final class ErrorBodyLimit implements Interceptor {

    static final long LONGEST = 8L << 20;

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        if (response.isSuccessful()) {
            return response;
        }
        ResponseBody body = response.body();
        MediaType type = body.contentType();
        Source limited = new Limited(body.source());
        return response.newBuilder().body(ResponseBody.create(Okio.buffer(limited), type, -1)).build();
    }

    private static final class Limited extends ForwardingSource {
        private long left = LONGEST;

        Limited(Source source) {
            super(source);
        }

        @Override
        public long read(Buffer sink, long count) {
            if (left == 0) {
                return -1;
            }
            long read;
            try {
                read = super.read(sink, Math.min(count, left));
            } catch (IOException e) {
                read = -1;
            }
            left = read < 0 ? 0 : left - read;
            return read;
        }
    }
}
