package io.github.cvatopenapi.embedded.formats;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Matches names in a file with the frames of a task: by full name, without ending, or by the last part of the path. */
final class FrameMatcher {

    private final Map<String, FrameView> byItem = new HashMap<>();
    private final Map<String, FrameView> byTail = new HashMap<>();
    private final Map<Integer, FrameView> byNumber = new HashMap<>();

    private final int last;

    FrameMatcher(List<FrameView> frames) {
        last = frames.stream().mapToInt(FrameView::number).max().orElse(-1);
        for (FrameView frame : frames) {
            byItem.putIfAbsent(frame.item(), frame);
            byTail.merge(tail(frame.item()), frame, (one, other) -> one);
            byNumber.put(frame.number(), frame);
        }
    }

    /** @throws FormatException if no frame fits */
    FrameView named(String name) {
        String item = FrameView.withoutExtension(name.replace('\\', '/'));
        FrameView frame = byItem.get(item);
        if (frame == null) {
            frame = byTail.get(tail(item));
        }
        if (frame == null) {
            throw new FormatException("Could not match item id: '" + item + "' with any task frame");
        }
        return frame;
    }

    /** The frame of that number, or null. */
    FrameView numbered(int number) {
        return byNumber.get(number);
    }

    /** Whether there is no frame of that number, but one of a larger. */
    boolean isRemoved(int number) {
        return number >= 0 && !byNumber.containsKey(number) && number < last;
    }

    private static String tail(String item) {
        return item.substring(item.lastIndexOf('/') + 1);
    }
}
