package io.liaptui.api.log;

import com.fasterxml.jackson.databind.node.TextNode;
import io.liaptui.common.history.StoredEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which events are asked for. What it chooses by is known to everybody, so that choosing tells nothing that is hidden.
 *
 * @param forward events after the cursor, oldest first; else those before it, the newest of them
 * @param cursor number of an event
 * @param limit how many at most
 * @param types names such as {@code liaptui.played}, or {@code liaptui.*} for all that begin so; empty for all
 * @param player name of who acted, or null for anybody
 */
public record EventQuery(
        boolean forward,
        long cursor,
        int limit,
        List<String> types,
        @Nullable String player) {
    public EventQuery {
        types = List.copyOf(types);
    }

    public boolean isFiltered() {
        return player != null || !types.isEmpty();
    }

    /** Whether it is one of those, apart from cursor and limit. */
    public boolean wants(StoredEvent event) {
        return (player == null || player.equals(event.player()))
                && (types.isEmpty() || types.stream().anyMatch(type -> fits(type, event.type())));
    }

    /** Whether this number is on the asked side of the cursor. */
    public boolean reaches(long sequence) {
        return forward ? sequence > cursor : sequence < cursor;
    }

    /** What stands in the stored text of every event by this player; empty for anybody. */
    String playerText() {
        return player == null ? "" : "\"player\":" + TextNode.valueOf(player);
    }

    /** Of which one stands in the stored text of every event of these types. */
    List<String> typeTexts() {
        return types.stream()
                .map(type -> type.endsWith("*")
                        ? "\"type\":\"" + type.substring(0, type.length() - 1)
                        : "\"type\":\"" + type + '"')
                .toList();
    }

    private static boolean fits(String type, String of) {
        return type.endsWith("*") ? of.startsWith(type.substring(0, type.length() - 1)) : of.equals(type);
    }
}
