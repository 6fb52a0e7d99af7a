package io.github.cvatopenapi.embedded.media;

/** Libraries that are optional: who tests with none of such media does without them. */
enum Libraries {
    VIDEO("org.jcodec.scale.AWTUtil", "org.jcodec:jcodec-javase"),
    DOCUMENTS("org.apache.pdfbox.Loader", "org.apache.pdfbox:pdfbox"),
    WEBP("com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi", "com.twelvemonkeys.imageio:imageio-webp");

    private final boolean present;
    private final String coordinates;

    Libraries(String type, String coordinates) {
        this.present = isPresent(type);
        this.coordinates = coordinates;
    }

    private static boolean isPresent(String type) {
        try {
            Class.forName(type, false, Libraries.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException missing) {
            return false;
        }
    }

    boolean present() {
        return present;
    }

    /** @throws MediaException if it is missing */
    void require(String name) {
        if (!present) {
            throw new MediaException("To read '" + name + "' this embedded instance needs " + coordinates
                    + " on the class path");
        }
    }
}
