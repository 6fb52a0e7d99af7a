package io.github.cvatopenapi.embedded.media;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which of the uploaded pictures a task uses.
 *
 * @param start first picture, counted from 0
 * @param stop  last picture or, if negative, the last there is
 * @param step  distance between two, at least 1
 */
public record FrameRange(int start, int stop, int step) {

    private static final Pattern FILTER = Pattern.compile("step\\s*=\\s*([1-9]\\d{0,8})");

    /**
     * Reads the three properties of a data upload.
     *
     * @param stop   last picture; 0 and negative mean the last there is
     * @param filter such as {@code step=2}; null or empty means every picture
     * @throws MediaException if the filter is anything else
     */
    public static FrameRange of(int start, int stop, String filter) {
        int step = 1;
        if (filter != null && !filter.isBlank()) {
            Matcher matcher = FILTER.matcher(filter.strip());
            if (!matcher.matches()) {
                throw new MediaException("Invalid frame filter '" + filter + "'; it should be like step=2");
            }
            step = Integer.parseInt(matcher.group(1));
        }
        return new FrameRange(Math.max(0, start), stop <= 0 ? -1 : stop, step);
    }

    /** The chosen of that many pictures. */
    public List<Integer> of(int count) {
        List<Integer> chosen = new ArrayList<>();
        int last = stop < 0 ? count - 1 : Math.min(stop, count - 1);
        for (long each = start; each <= last; each += step) {
            chosen.add((int) each);
        }
        return chosen;
    }
}
