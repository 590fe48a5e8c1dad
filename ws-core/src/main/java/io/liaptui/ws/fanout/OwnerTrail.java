package io.liaptui.ws.fanout;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.ws.actor.Attempt;
import io.liaptui.ws.actor.Timers;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Follows one room from owner to owner for its audience: by what owners say, by hints of former ones, and by looking it
 * up, again and again while somebody waits. On the audience's thread.
 */
final class OwnerTrail {
    private static final Duration FIRST_RETRY = Duration.ofMillis(300);
    private static final Duration NEXT_RETRY = Duration.ofSeconds(1);
    private static final Duration AFTER_MOVE = Duration.ofMillis(100);
    private static final Duration NOBODY_THERE = Duration.ofMillis(250);

    /**
     * So long the journal may name an older owner than one that spoke, before that one is believed to be lost: should it
     * live, it puts itself back within a verification.
     */
    private static final long OVERRULED_MILLIS = Duration.ofSeconds(6).toMillis();

    /** Looks in a row, a quarter of a second apart, after which a room that was seen is believed to be gone. */
    private static final int GONE = 12;

    private final RoomId room;
    private final RoomFinder finder;
    private final Timers timers;
    private final Consumer<Runnable> mailbox;
    private final Seeker seeker;
    private volatile @Nullable NodeId owner;
    private long epoch;
    private boolean searching;
    private int missing;
    private long olderSince = -1;
    private Timers.@Nullable Alarm retry;
    private long retryAt;

    /** Who wants to know. */
    interface Seeker {
        boolean isWaiting();

        void ask(NodeId owner);

        /** The journal lost the newest owner together with what it stored; an older one goes on from less. */
        void rewound();

        void gone();
    }

    OwnerTrail(RoomId room, RoomFinder finder, Timers timers, Consumer<Runnable> mailbox, Seeker seeker) {
        this.room = room;
        this.finder = finder;
        this.timers = timers;
        this.mailbox = mailbox;
        this.seeker = seeker;
    }

    /** The owner, as far as it is known. Any thread. */
    Optional<NodeId> owner() {
        return Optional.ofNullable(owner);
    }

    boolean isLate(long itsEpoch) {
        return itsEpoch < epoch;
    }

    /** An owner spoke, not late. True if it is a new one. */
    boolean heard(NodeId from, long itsEpoch) {
        boolean news = itsEpoch > epoch;
        owner = from;
        epoch = itsEpoch;
        missing = 0;
        return news;
    }

    /** Who used to run it says who does. True if that is news; then seek again, at once. */
    boolean hinted(NodeId next, long since) {
        if (since <= epoch) {
            return false;
        }
        owner = next;
        epoch = since;
        return true;
    }

    /** This node does not run the room. True if we thought it does; then all have to attach anew, soon. */
    boolean lost(NodeId from) {
        if (owner != null && !from.equals(owner)) {
            return false;
        }
        owner = null;
        again(AFTER_MOVE);
        return true;
    }

    /** What we know of the owner may be wrong. */
    void forget() {
        owner = null;
    }

    /** Asks the owner, or looks for it first; repeats this as long as somebody waits. */
    void seek() {
        again(FIRST_RETRY);
        NodeId known = owner;
        if (known != null) {
            seeker.ask(known);
        } else {
            look();
        }
    }

    private void look() {
        if (!searching) {
            searching = true;
            Attempt.of(() -> finder.find(room)).whenComplete((found, failure) -> mailbox.accept(() -> looked(found)));
        }
    }

    private void looked(RoomFinder.@Nullable Found found) {
        searching = false;
        if (!seeker.isWaiting() || found == null) {
            return;
        }
        switch (found) {
            case RoomFinder.Found.At(var node, var since, var alive) -> {
                owner = node;
                missing = 0;
                if (isOlder(since)) {
                    epoch = since;
                    seeker.rewound();
                }
                if (!alive) {
                    again(NOBODY_THERE);
                }
                seeker.ask(node);
            }
            case RoomFinder.Found.Unclear() -> again(NOBODY_THERE);
            case RoomFinder.Found.Gone(var closed) -> {
                // A room that was seen cannot be absent unless the journal lost it, and then its owner puts it back
                if (closed || epoch == 0 || ++missing >= GONE) {
                    seeker.gone();
                } else {
                    again(NOBODY_THERE);
                }
            }
        }
    }

    /** Whether the journal has named an older owner for long enough. */
    private boolean isOlder(long since) {
        if (since >= epoch) {
            olderSince = -1;
            return false;
        }
        if (olderSince < 0) {
            olderSince = timers.now();
        }
        if (timers.now() - olderSince < OVERRULED_MILLIS) {
            return false;
        }
        olderSince = -1;
        return true;
    }

    /** Not later than this. */
    private void again(Duration delay) {
        long at = timers.now() + delay.toMillis();
        if (retry != null) {
            if (retryAt <= at) {
                return;
            }
            retry.cancel();
        }
        retryAt = at;
        retry = timers.after(delay, () -> mailbox.accept(this::retry));
    }

    private void retry() {
        retry = null;
        if (seeker.isWaiting()) {
            owner = null;
            again(NEXT_RETRY);
            look();
        }
    }
}
