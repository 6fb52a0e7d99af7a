package io.github.cvatopenapi.embedded.http;

/** What the client wants to read. */
enum Accept {
    JSON, PAGE, NOTHING_WE_HAVE;

    static final String MEDIA_TYPE = "application/vnd.cvat+json";

    /** From the header, null for none: the first entry that the server can make. */
    static Accept of(String header) {
        if (header == null || header.isBlank()) {
            return JSON;
        }
        for (String entry : header.split(",")) {
            String type = entry.split(";")[0].strip();
            switch (type) {
                case MEDIA_TYPE, "*/*", "application/*" -> {
                    return JSON;
                }
                case "text/html", "text/*" -> {
                    return PAGE;
                }
                default -> { }
            }
        }
        return NOTHING_WE_HAVE;
    }
}
