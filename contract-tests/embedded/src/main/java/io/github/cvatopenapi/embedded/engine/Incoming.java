package io.github.cvatopenapi.embedded.engine;

import io.github.cvatopenapi.spec.Operation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The request as the http layer has it. */
public interface Incoming {

    String method();

    /** As sent, percent-encoded, without the query. */
    String rawPath();

    Query query();

    /** A header, or null; names differ not by case. */
    String header(String name);

    /** Scheme and authority that the client used, without a slash at the end. */
    String base();

    /** The address that the call came from. */
    String remoteAddress();

    /** By name, decoded. */
    Map<String, String> pathParameters();

    /** The body by its media type: a JSON tree, or for a form a map of fields; {@link Answer#NONE} for an empty one. */
    Object content(Operation operation);

    /** The files of a form, in order; empty when no form was sent. */
    List<Upload> uploads();

    /** The body as it came, in a temporary file that is gone after the call unless it is moved. */
    Path file();

    /** What bodies are held against. */
    BodyRules rules();
}
