package io.liaptui.api.history;

import static io.liaptui.api.http.Parameters.number;
import static io.liaptui.api.http.Parameters.sequence;

import io.liaptui.api.http.BadRequest;
import io.liaptui.api.log.EventQuery;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads from parameters which events are asked for. Every bad one is a {@link BadRequest} that says what is allowed. */
final class EventQuestion {
    private static final int DEFAULT = 100;
    private static final int MOST = 500;
    private static final int MOST_TYPES = 20;
    private static final int LONGEST_NAME = 64;
    private static final String END = "end";
    private static final Pattern TYPE = Pattern.compile("[a-z0-9_]+(\\.[a-z0-9_]+)*(\\.\\*)?");

    private EventQuestion() {}

    static EventQuery of(
            @Nullable String since,
            @Nullable String before,
            @Nullable String limit,
            @Nullable String type,
            @Nullable String player) {
        if (since != null && before != null) {
            throw new BadRequest("Ask with 'since' for what follows an event or with 'before' for what precedes it,"
                    + " not with both.");
        }
        return new EventQuery(
                before == null,
                before == null ? sequence("since", since) : before(before),
                number("limit", limit, DEFAULT, 1, MOST),
                types(type),
                player(player));
    }

    private static long before(String text) {
        return text.equals(END) ? 1L << 52 : sequence("before", text);
    }

    private static List<String> types(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        List<String> types =
                Stream.of(text.split(",", -1)).map(String::strip).distinct().toList();
        if (types.size() > MOST_TYPES
                || types.stream().anyMatch(type -> !TYPE.matcher(type).matches())) {
            throw new BadRequest("'type' must be names of event types between commas, " + MOST_TYPES
                    + " at most, such as liaptui.played,room.* where * stands for all that begin so.");
        }
        return types;
    }

    private static @Nullable String player(@Nullable String text) {
        if (text != null && (text.isBlank() || text.length() > LONGEST_NAME)) {
            throw new BadRequest("'player' must be the name of a player, 1 to " + LONGEST_NAME + " characters.");
        }
        return text;
    }
}
