package io.liaptui.ws.room;

import io.liaptui.common.ids.Seat;
import io.liaptui.common.room.RoomStatus;
import io.liaptui.ws.actor.Timers;
import io.liaptui.ws.journal.Fence;
import io.liaptui.ws.journal.JournalAway;
import io.liaptui.ws.journal.Outcome;
import io.liaptui.ws.ownership.LocalRooms.Moved;
import io.liaptui.ws.relay.RelayMessage;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Whether a room's actor may go on, and why not. Threading: the room's thread.
 *
 * <pre>
 * Running --a question to the journal--> Paused --answered, or restored and answered--> Running
 * Running|Paused --hand-over--> Moving --named--> Stopped     any --fenced, lost or closed--> Stopped
 * </pre>
 */
final class RoomLife {
    private static final Logger LOG = Logger.getLogger(RoomLife.class);
    private static final Duration CHECK_AGAIN = Duration.ofMillis(250);
    private static final Duration VERIFY = Duration.ofSeconds(5);
    /** Tombstones stay longer, see {@code Ending}: what is missing within this time was lost, not closed. */
    private static final Duration RESTORABLE = Duration.ofMinutes(10);

    private final Fence fence;
    private final RoomParts parts;
    private final RoomStore store;
    private final Consumer<RoomInput> room;
    private final Body body;
    private final RoomEnding ending;
    private final RoomMoving moving;
    private Timers.Alarm verify = () -> {};
    private RelayMessage.@Nullable NotMine whereabouts;
    private boolean over;

    /** The actor that lives. */
    interface Body {
        /** Its stored state, with what the game's timer has left now. */
        RoomMemory now();

        /** The newest generations of its seats' sockets. */
        Map<Seat, Long> generations();

        /** It must do nothing any more. */
        void stopped();
    }

    RoomLife(Fence fence, RoomParts parts, RoomStore store, Consumer<RoomInput> room, Body body) {
        this.fence = fence;
        this.parts = parts;
        this.store = store;
        this.room = room;
        this.body = body;
        this.ending = new RoomEnding(
                fence.room(), parts, room, ending -> store.close(body.now().version(), ending, _ -> stop("closed")));
        this.moving = new RoomMoving(fence, parts, store, room, body::now, hint -> stop("given away", hint));
    }

    boolean isOver() {
        return over;
    }

    /** False while the journal is asked, while the room moves, and ever after. */
    boolean mayDecide() {
        return !over && !moving.isOn() && !store.isAsking();
    }

    /** Where the room is now, as far as that is known. */
    RelayMessage.@Nullable NotMine whereabouts() {
        return whereabouts;
    }

    /** A newer actor of this node runs the room now. */
    boolean isReplacedHere() {
        return whereabouts != null && fence.node().equals(whereabouts.owner());
    }

    void begin() {
        // Spread over the rooms of a node that claimed them at one moment
        verifyIn(Duration.ofMillis(Math.floorMod(fence.room().hashCode(), VERIFY.toMillis())));
    }

    void take(RoomInput.News news) {
        if (over) {
            if (news instanceof RoomInput.HandOver(var successor, var done)) {
                done.complete(Moved.NOT_HERE);
            }
            return;
        }
        switch (news) {
            case RoomInput.Answered(var outcome, var restored) -> {
                answered(outcome, restored);
                moving.goOn();
            }
            case RoomInput.NotAnswered(var failure) -> notAnswered(failure);
            case RoomInput.AskAgain() -> store.again();
            case RoomInput.Verify(var lists) -> verify(lists);
            case RoomInput.HandOver(var successor, var done) -> moving.begin(successor, done);
            case RoomInput.Expected(var move, var done) -> moving.expected(move, done);
            case RoomInput.MoveLate(var move) -> moving.late(move);
            case RoomInput.Archived(var kept) -> ending.archived(kept, mayDecide());
            case RoomInput.Begun begun -> throw new IllegalStateException("the actor's own");
            case RoomInput.Rang rang -> throw new IllegalStateException("the actor's own");
        }
    }

    /** The room is closed by its own rules. */
    void close() {
        ending.begin(body.now());
    }

    void stop(String why) {
        stop(why, null);
    }

    void stop(String why, RelayMessage.@Nullable NotMine hint) {
        if (!over) {
            over = true;
            whereabouts = hint;
            verify.cancel();
            LOG.infof(
                    "room %s stopped at version %d: %s",
                    fence.room(), body.now().version(), why);
            body.stopped();
            moving.end();
        }
    }

    private void answered(Outcome outcome, boolean restored) {
        switch (outcome) {
            case Outcome.Done(var number, var repeated)
            when restored -> {
                if (!repeated) {
                    parts.measures().restored();
                    LOG.warnf("room %s: the journal had lost something, it is put back", fence.room());
                    parts.ledger().again(fence.room(), status());
                }
                store.again();
            }
            case Outcome.Done(var number, var repeated) -> store.answered(number);
            case Outcome.Fenced(var owner, var epoch) -> {
                parts.measures().fenced();
                stop("fenced by " + owner, new RelayMessage.NotMine(fence.room(), owner, epoch));
            }
            case Outcome.Behind behind -> lost(behind.toString(), false);
            case Outcome.Missing() -> lost("the room", true);
            case Outcome.Corrupt corrupt -> corrupt(corrupt.toString());
        }
    }

    /** The same may be asked again unless the journal itself says that it is no use. */
    private void notAnswered(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof JournalAway) {
            parts.timers().after(CHECK_AGAIN, () -> room.accept(new RoomInput.AskAgain()));
        } else {
            corrupt(cause.toString());
        }
    }

    private void corrupt(String why) {
        LOG.errorf("ALARM room %s: the journal does not fit: %s", fence.room(), why);
        stop("the journal does not fit: " + why);
    }

    private void lost(String what, boolean all) {
        if (all && store.sinceGood().compareTo(RESTORABLE) > 0) {
            stop("the journal has no such room, and may have forgotten that it was closed");
        } else {
            LOG.debugf("room %s: the journal lost %s", fence.room(), what);
            store.restore(body.now(), body.generations());
        }
    }

    private RoomStatus status() {
        return body.now().room().status();
    }

    private void verifyIn(Duration time) {
        verify.cancel();
        verify = parts.timers().after(time, () -> room.accept(new RoomInput.Verify(false)));
    }

    /** An open question verifies just as well. */
    private void verify(boolean lists) {
        if (lists) {
            parts.ledger().again(fence.room(), status());
        } else {
            verifyIn(VERIFY);
        }
        if (mayDecide()) {
            store.check(body.now().version(), _ -> parts.ledger().refresh(fence.room(), status()));
        }
    }
}
