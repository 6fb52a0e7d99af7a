package io.github.cvatopenapi.contract.harness.cleanup;

import com.github.davidmoten.aws.lw.client.HttpClient;
import com.github.davidmoten.aws.lw.client.ResponseInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.util.Map;

/** Calls an address and no other: a redirect is an answer like any. */
final class PlainHttp implements HttpClient {

    @Override
    public ResponseInputStream request(URL address, String method, Map<String, String> headers, byte[] body,
                                       int connectTimeout, int readTimeout) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.openConnection();
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setConnectTimeout(connectTimeout);
        connection.setReadTimeout(readTimeout);
        connection.setRequestMethod(method);
        headers.forEach(connection::setRequestProperty);
        if (body != null) {
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(body.length);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body);
            }
        }
        int status = connection.getResponseCode();
        InputStream content = status < 400 ? connection.getInputStream() : connection.getErrorStream();
        return new ResponseInputStream(connection, status, connection.getHeaderFields(),
                content == null ? InputStream.nullInputStream() : content);
    }
}
