package io.liaptui.box.player;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the steps that one player is shown fit together, over all its sockets: after what it has seen comes the next
 * number of the same epoch, or a full view that is no older; a version falls only with {@code rewound}; the messages of a
 * step follow one another. One thread.
 */
final class Steps {
    private @Nullable Seq seen;
    private @Nullable Seq begun;

    /** The last whole step that was shown, if one was. */
    Optional<Seq> seen() {
        return Optional.ofNullable(seen);
    }

    /** A new socket: a step that was begun on the old one is told again from its first message. */
    void reopened() {
        begun = null;
    }

    /** The same, with a client that says nothing of what it has seen. */
    void forget() {
        begun = null;
        seen = null;
    }

    /** Whether this was shown as part of a whole step; a full view may be shown again. */
    boolean knows(Seq now) {
        Seq last = seen;
        return last != null
                && (now.epoch() < last.epoch()
                        || (now.epoch() == last.epoch() && !now.full() && now.frame() <= last.frame()));
    }

    /** Whether a step is not told to its end. */
    boolean inStep() {
        return begun != null;
    }

    /** Takes the next message of a step; what is wrong with it, if something is. */
    Optional<String> take(String event, Seq now) {
        Seq last = seen;
        Seq first = begun;
        String wrong = null;
        if (first != null) {
            wrong = now.isOf(first) ? null : "in the middle of " + first + " came " + now;
        } else if (last == null) {
            wrong = now.full() ? null : "it had seen nothing and was shown the step " + now;
        } else if (now.version() < last.version() != now.rewound()) {
            wrong = "after " + last + " came " + now + ", whose version does not say so";
        } else if (!follows(last, now, event) && !now.rewound()) {
            wrong = "after " + last + " came " + now;
        }
        begun = now.more() ? now : null;
        if (!now.more()) {
            seen = now;
        }
        return Optional.ofNullable(wrong);
    }

    private static boolean follows(Seq last, Seq now, String event) {
        if (now.full()) {
            return !last.isAfter(now);
        }
        boolean nothingNew = now.isOf(last) && event.equals("position");
        return nothingNew || (now.epoch() == last.epoch() && now.frame() == last.frame() + 1);
    }
}
