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

    @Override
    public String toString() {
        String url = new HttpUrl.Builder().scheme(scheme).host(host).port(port).build().toString();
        return url.substring(0, url.length() - 1);
    }
}
