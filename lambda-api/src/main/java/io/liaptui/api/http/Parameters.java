package io.liaptui.api.http;

import io.liaptui.common.ids.RoomId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads parameters from text, so that a bad one is answered with its name and range. */
public final class Parameters {
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]+");

    private Parameters() {}

    /**
     * @throws BadRequest if it is no whole number from {@code low} to {@code high}
     */
    public static int number(String name, @Nullable String text, int fallback, int low, int high) {
        if (text == null) {
            return fallback;
        }
        long value = whole(name, text, low + " to " + high);
        if (value < low || value > high) {
            throw outside(name, low + " to " + high, text);
        }
        return (int) value;
    }

    /**
     * A cursor: the number of an event, 0 for before the first.
     *
     * @throws BadRequest if it is negative or no whole number
     */
    public static long sequence(String name, @Nullable String text) {
        long value = text == null ? 0 : whole(name, text, "0 or more");
        // Numbers above this are not exact in the script, nor in the readers' JavaScript.
        if (value < 0 || value > 1L << 52) {
            throw outside(name, value < 0 ? "0 or more" : "0 to " + (1L << 52), text == null ? "" : text);
        }
        return value;
    }

    /**
     * @throws BadRequest if it cannot be a room's id
     */
    public static RoomId room(String text) {
        return RoomId.parse(text)
                .orElseThrow(() -> new BadRequest("A room id has 1 to 6 of the letters A-Z and the digits 0-9."));
    }

    private static long whole(String name, String text, String allowed) {
        // Stricter than Long.parseLong, which also takes a plus and the digits of other scripts
        if (!WHOLE.matcher(text).matches()) {
            throw outside(name, allowed, text);
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw outside(name, allowed, text);
        }
    }

    private static BadRequest outside(String name, String allowed, String text) {
        String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
        return new BadRequest("'" + name + "' must be a whole number, " + allowed + ", but is '" + shown + "'.");
    }
}
