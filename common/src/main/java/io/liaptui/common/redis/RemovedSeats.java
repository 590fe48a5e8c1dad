package io.liaptui.common.redis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Whose seats the host gave away lately, as it stands in {@link RoomFields#REMOVED}: somebody who comes only now, because
 * the page was still on its way, must not sit there as an onlooker without a word. Immutable.
 *
 * @param rows {@code <hash of the seat's token>:<when, milliseconds since 1970>}, oldest first, at most {@value #KEPT}
 */
public record RemovedSeats(List<String> rows) {
    private static final int KEPT = 8;
    /** Afterwards whoever comes wants to watch. */
    private static final long TOLD_MILLIS = 60_000;

    public RemovedSeats {
        rows = List.copyOf(rows);
    }

    /** Reads what {@link #text} wrote. */
    public static RemovedSeats read(String text) {
        return new RemovedSeats(text.isEmpty() ? List.of() : List.of(text.split(",")));
    }

    public RemovedSeats with(String tokenHash, long now) {
        List<String> next = new ArrayList<>(without(tokenHash).rows);
        next.add(tokenHash + ':' + now);
        return new RemovedSeats(next.subList(Math.max(0, next.size() - KEPT), next.size()));
    }

    /** Who has a seat again was not removed. */
    public RemovedSeats without(String tokenHash) {
        return new RemovedSeats(
                rows.stream().filter(row -> !row.startsWith(tokenHash + ':')).toList());
    }

    /** Whether one of these is to be told that the seat was given away. */
    public boolean isTold(Collection<String> tokenHashes, long now) {
        return rows.stream().anyMatch(row -> {
            int colon = row.lastIndexOf(':');
            return colon > 0
                    && tokenHashes.contains(row.substring(0, colon))
                    && now - Long.parseLong(row.substring(colon + 1)) < TOLD_MILLIS;
        });
    }

    /** As stored. */
    public String text() {
        return String.join(",", rows);
    }
}
