package io.github.cvatopenapi.client;

import okhttp3.HttpUrl;

/** The server a client was made for: the only place its credentials and its organization go. */
record Origin(String scheme, String host, int port) {

    static Origin of(HttpUrl base) {
        return new Origin(base.scheme(), base.host(), base.port());
    }

    /**
     * Whether credentials may go there: the same scheme, host and port, or the same host's default https port from its
     * default http port.
     */
    boolean covers(HttpUrl url) {
        if (!url.host().equals(host)) {
            return false;
        }
        boolean same = url.scheme().equals(scheme) && url.port() == port;
        boolean raised = scheme.equals("http") && port == 80 && url.isHttps() && url.port() == 443;
        return same || raised;
    }

    /**
     * The address as this client reaches it. Behind a proxy the server writes its own addresses with the scheme or
     * port it sees; on our host they mean us. Addresses on other hosts stay as they are.
     */
    HttpUrl reach(HttpUrl url) {
        boolean ours = url.host().equals(host)
                && (url.port() == port || url.port() == HttpUrl.defaultPort(url.scheme()));
        return ours ? url.newBuilder().scheme(scheme).port(port).build() : url;
    }
}
