package io.github.cvatopenapi.client;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.lang.System.Logger.Level;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.ResponseBody;

/**
 * The body of an error, read as it comes, however long it is: what it says, and how it begins. Without secrets.
 *
 * @param start the first characters, as they came
 * @param body what it says
 */
record ErrorAnswer(String start, ErrorBody body) {

    static final ErrorAnswer NONE = new ErrorAnswer("", ErrorBody.NONE);

    private static final System.Logger LOG = System.getLogger(CvatClient.class.getName());
    private static final Pattern TITLE = Pattern.compile("<title[^<>]*>([^<]*)</title>", Pattern.CASE_INSENSITIVE);

    /** As much of the body as comes; a broken one must not hide the status. */
    static ErrorAnswer read(ResponseBody body, Redaction redaction) {
        if (body == null) {
            return NONE;
        }
        Beginning text = new Beginning(body.charStream());
        ErrorWords words = new ErrorWords(redaction);
        boolean json = false;
        try {
            json = json(new JsonReader(text), words);
        } catch (MalformedJsonException e) {
            LOG.log(Level.DEBUG, "an error came that is not JSON", e);
        } catch (IOException e) {
            json = !words.isEmpty();
            LOG.log(Level.DEBUG, "the body of an error broke off", e);
        }
        String start = redaction.clean(text.start());
        return new ErrorAnswer(start, json ? words.body() : ErrorBody.plain(plain(start.strip())));
    }

    /** Reads JSON; false where the text begins as something else. */
    private static boolean json(JsonReader reader, ErrorWords words) throws IOException {
        JsonToken first = reader.peek();
        if (first != JsonToken.BEGIN_OBJECT && first != JsonToken.BEGIN_ARRAY && first != JsonToken.STRING) {
            return false;
        }
        words.read(reader);
        return reader.peek() == JsonToken.END_DOCUMENT;
    }

    private static String plain(String text) {
        if (!text.startsWith("<")) {
            return text;
        }
        Matcher title = TITLE.matcher(text);
        return title.find() && !title.group(1).isBlank() ? "an HTML page: " + title.group(1).strip() : "an HTML page";
    }

    /** Remembers how a text begins. */
    private static final class Beginning extends FilterReader {

        private static final int REMEMBERED = 64 * 1024;

        private final StringBuilder start = new StringBuilder();

        Beginning(Reader in) {
            super(in);
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            if (read > 0) {
                start.append(buffer, offset, Math.min(read, REMEMBERED - start.length()));
            }
            return read;
        }

        /** The beginning, also where nobody has read that far yet. */
        String start() {
            char[] buffer = new char[8_192];
            try {
                while (start.length() < REMEMBERED && read(buffer, 0, buffer.length) >= 0) {
                    // Reading is what remembers.
                }
            } catch (IOException e) {
                LOG.log(Level.DEBUG, "the body of an error broke off", e);
            }
            return start.toString();
        }
    }
}
