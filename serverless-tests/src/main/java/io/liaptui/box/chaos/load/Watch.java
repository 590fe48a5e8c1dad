package io.liaptui.box.chaos.load;

import io.liaptui.box.player.Dialect;
import java.util.OptionalLong;

/** What one guest measures between the begin and the end of a fault. Guarded by the lock of its table. */
final class Watch {
    /** Before this nothing can come from a new owner: peers need longer to believe in a death. */
    private static final long STILL_THE_OLD_OWNER = 200_000_000;

    private static final long NEVER = Long.MIN_VALUE;

    private final String socket;
    private final long began;
    private boolean cut;
    private long stall;
    private String longest = "";
    private long firstFrame = NEVER;
    private long closedAt = NEVER;
    private long backAt = NEVER;
    private long gap = NEVER;
    private boolean askedWhenBack;
    private long answeredAt = NEVER;
    private long firstMove = NEVER;

    Watch(String socket, long now) {
        this.socket = socket;
        this.began = now;
    }

    void stalled(long nanos, String what) {
        if (!cut && nanos > stall) {
            stall = nanos;
            longest = what;
        }
    }

    void closed(long now) {
        if (!cut) {
            cut = true;
            closedAt = now;
        }
    }

    /** Another socket took over; the node of the last one goes. */
    void moved(long gapNanos) {
        gap = Math.max(gap, gapNanos);
    }

    void view(long now, boolean asked) {
        if (!cut && firstFrame == NEVER && now - began > STILL_THE_OLD_OWNER) {
            firstFrame = now;
        }
        if (cut && backAt == NEVER) {
            backAt = now;
            askedWhenBack = asked;
        }
    }

    void answered(long now) {
        if (askedWhenBack && answeredAt == NEVER) {
            answeredAt = now;
        }
    }

    void progressed(long now) {
        if (answeredAt != NEVER && firstMove == NEVER) {
            firstMove = now - closedAt - (answeredAt - backAt);
        }
    }

    /** Whether the guest is where it was before: never cut, or back. */
    boolean present() {
        return !cut || backAt != NEVER;
    }

    Sample sample(String room, Dialect dialect) {
        return new Sample(
                room,
                socket,
                dialect,
                cut,
                gap == NEVER ? OptionalLong.empty() : OptionalLong.of(gap),
                stall,
                longest,
                since(began, firstFrame),
                since(closedAt, backAt),
                firstMove == NEVER ? OptionalLong.empty() : OptionalLong.of(firstMove));
    }

    private static OptionalLong since(long from, long to) {
        return to == NEVER ? OptionalLong.empty() : OptionalLong.of(to - from);
    }
}
