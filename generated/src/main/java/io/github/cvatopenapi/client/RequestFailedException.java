package io.github.cvatopenapi.client;

import io.github.cvatopenapi.client.model.Request;

/** A request that the server took and could not carry out, such as an import of a broken file. */
public final class RequestFailedException extends CvatException {

    private static final long serialVersionUID = 1;

    private final String id;
    private final String message;

    RequestFailedException(String operation, Request request, Redaction redaction) {
        super(operation, "the request failed: " + lastLine(text(request, redaction)), "", null);
        this.id = request.getId();
        this.message = text(request, redaction);
    }

    private static String text(Request request, Redaction redaction) {
        return request.getMessage() == null ? "" : redaction.clean(request.getMessage()).strip();
    }

    /** Of a Python traceback the last line is the one that says what is wrong. */
    private static String lastLine(String message) {
        return message.substring(message.lastIndexOf('\n') + 1);
    }

    /**
     * The server's message about the failure.
     *
     * @return the whole message, which may be a traceback of many lines
     */
    @Override
    public String serverMessage() {
        return message;
    }

    /**
     * The id of the failed request.
     *
     * @return the id
     */
    @Override
    public java.util.Optional<String> requestId() {
        return java.util.Optional.ofNullable(id);
    }
}
