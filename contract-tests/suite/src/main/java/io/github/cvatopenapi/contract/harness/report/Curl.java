package io.github.cvatopenapi.contract.harness.report;

import io.github.cvatopenapi.contract.harness.http.Exchange;
import io.github.cvatopenapi.contract.harness.http.Truncation;
import java.util.Locale;
import java.util.Map;

/**
 * A request as a command line that a reader can paste into a shell. Who calls is said by variables: the settings of the
 * run, where it has such, so that nothing secret stands in the line.
 */
final class Curl {

    private static final String SECRET = "<secret>";

    /** The variables of an account, by the label of who calls. */
    private static final Map<String, String> ACCOUNTS = Map.of("main", "CVAT_", "second", "CVAT_SECOND_",
            "administrator", "CVAT_ADMIN_", "throwaway", "CVAT_THROWAWAY_");

    private Curl() {
    }

    static String of(Exchange exchange, String url, int longestBody) {
        StringBuilder line = new StringBuilder("curl -i");
        if (!exchange.method().equals("GET")) {
            line.append(exchange.method().equals("HEAD") ? " --head" : " -X " + exchange.method());
        }
        exchange.requestHeaders().forEach((name, value) ->
                line.append(' ').append(header(name, value, exchange.caller().replaceFirst(" .*", ""))));
        if (exchange.requestBody() != null) {
            line.append(" --data-binary ").append(quoted(Truncation.of(exchange.requestBody(), longestBody)));
        }
        return line.append(' ').append(quoted(url + exchange.path())).toString();
    }

    private static String header(String name, String value, String caller) {
        String account = ACCOUNTS.getOrDefault(caller, "CVAT_");
        String password = "-u \"$" + account + "USER:$" + account + "PASSWORD\"";
        if (!name.equals("authorization")) {
            return value.equals(SECRET) ? "-H \"" + name + ": $CVAT_" + variable(name) + "\""
                    : "-H " + quoted(name + ": " + value);
        }
        return switch (value) {
            case "Basic <user:password>" -> password;
            case "Bearer <token of the run>" -> password;
            // of the other accounts the settings know no token
            case "Bearer <personal access token>" -> account.equals("CVAT_")
                    ? "-H \"authorization: Bearer $CVAT_ACCESS_TOKEN\"" : password;
            case "Token <key>" -> "-H \"authorization: Token $CVAT_LOGIN_KEY\"";
            case SECRET -> "-H \"authorization: $CVAT_AUTHORIZATION\"";
            default -> "-H " + quoted(name + ": " + value);
        };
    }

    private static String variable(String header) {
        return header.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
