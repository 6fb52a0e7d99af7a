package io.github.cvatopenapi.contract.harness.run;

import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Unreachable;
import io.github.cvatopenapi.contract.harness.settings.CouldNotRun;
import java.net.URI;
import java.security.cert.CertificateException;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Says why the first call did not come to a CVAT, and what to do. */
final class ConnectionFailure {

    private static final Set<Integer> REDIRECTIONS = Set.of(301, 302, 303, 307, 308);

    private ConnectionFailure() {
    }

    /** No answer came. */
    static CouldNotRun because(URI url, Unreachable e) {
        String why = String.valueOf(e.getCause() == null ? null : e.getCause().getMessage());
        if (!(e.getCause() instanceof SSLException)) {
            return new CouldNotRun("The server at " + url + " cannot be reached; check the address and that it is up. "
                    + e.getMessage(), e);
        }
        if (e.getCause() instanceof SSLPeerUnverifiedException) {
            return new CouldNotRun("The certificate of " + url
                    + " is for another name; give the address that it is for. " + why, e);
        }
        if (Stream.iterate((Throwable) e, each -> each != null, Throwable::getCause)
                .anyMatch(CertificateException.class::isInstance)) {
            return new CouldNotRun("The certificate of " + url + " is not trusted (" + why
                    + "). Put it, or that of its authority, into a trust store by "
                    + "keytool -importcert -file FILE -keystore trust.p12 -storepass changeit, and set "
                    + "JAVA_TOOL_OPTIONS=\"-Djavax.net.ssl.trustStore=trust.p12 "
                    + "-Djavax.net.ssl.trustStorePassword=changeit\".", e);
        }
        return new CouldNotRun("There is no secure connection to " + url + "; is it an http address? " + why, e);
    }

    /** Something else than the version came. */
    static CouldNotRun because(URI url, Answer about) {
        String location = about.header("Location");
        if (REDIRECTIONS.contains(about.status()) && location != null && location.matches("https?://[^/?#]+.*")) {
            return new CouldNotRun("The server at " + url + " sends to another address; give --url "
                    + location.replaceFirst("(https?://[^?#]+?)/*(/api/.*|[?#].*|$)", "$1") + ".");
        }
        return new CouldNotRun("The server at " + url + " does not tell its version (" + about.status() + " from "
                + about.exchange().path() + "); is it a CVAT?");
    }
}
