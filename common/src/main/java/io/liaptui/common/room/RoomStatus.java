package io.liaptui.common.room;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a room is up to, as its hash says (docs/ownership.md 2). The last three have no actor and no owner that counts. */
public enum RoomStatus {
    /** Waits for players. */
    OPEN,
    /** A game runs. */
    RUNNING,
    /** The game is over; players may still look at the result. */
    FINISHED,
    /** Over, and its game is in the archive; the keys expire. */
    ARCHIVED,
    /** Over without an archived game; the keys expire. */
    CLOSED,
    /** Nobody could load it; kept for somebody to look at. */
    BROKEN;

    private static final Map<String, RoomStatus> BY_TEXT =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(RoomStatus::text, Function.identity()));

    /** As it stands in the room hash. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status with this text; empty for none, and for one that this release does not know. */
    public static Optional<RoomStatus> of(@Nullable String text) {
        return text == null ? Optional.empty() : Optional.ofNullable(BY_TEXT.get(text));
    }

    /** Whether somebody runs the room, or may claim it. */
    public boolean isLive() {
        return this == OPEN || this == RUNNING || this == FINISHED;
    }

    /** {@link #isLive()} of a text from a hash; one that this release does not know is left alone. */
    public static boolean isLive(@Nullable String text) {
        return of(text).filter(RoomStatus::isLive).isPresent();
    }

    /** Whether its game is over for good: nothing changes any more, and nothing is hidden. */
    public boolean isOver() {
        return this == FINISHED || this == ARCHIVED || this == CLOSED;
    }
}
