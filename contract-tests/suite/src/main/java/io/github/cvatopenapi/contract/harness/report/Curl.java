package io.github.cvatopenapi.contract.harness.report;

import io.github.cvatopenapi.contract.harness.http.Exchange;

/** A request as a command line that a reader can try; secrets are placeholders already. */
final class Curl {

    private Curl() {
    }

    static String of(Exchange exchange, String url, int longestBody) {
        StringBuilder line = new StringBuilder("curl -i");
        if (!exchange.method().equals("GET")) {
            line.append(exchange.method().equals("HEAD") ? " --head" : " -X " + exchange.method());
        }
        exchange.requestHeaders().forEach((name, value) -> line.append(" -H ").append(quoted(name + ": " + value)));
        if (exchange.requestBody() != null) {
            String body = exchange.requestBody();
            line.append(" --data-binary ")
                    .append(quoted(body.length() <= longestBody ? body : body.substring(0, longestBody) + "..."));
        }
        return line.append(' ').append(quoted(url + exchange.path())).toString();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
