package io.liaptui.ws.room;

import io.liaptui.common.ids.NodeId;
import io.liaptui.ws.journal.Fence;
import io.liaptui.ws.ownership.LocalRooms.Moved;
import io.liaptui.ws.relay.RelayMessage;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Gives a room to another node (docs/ownership.md 7): once nothing is in flight, the successor's set is told, the
 * journal names it, and it is told until it says that the room runs there. Threading: the room's thread.
 */
final class RoomMoving {
    private static final Logger LOG = Logger.getLogger(RoomMoving.class);

    private final Fence fence;
    private final RoomParts parts;
    private final RoomStore store;
    private final Consumer<RoomInput> room;
    private final Supplier<RoomMemory> now;
    private final Consumer<RelayMessage.NotMine> stop;
    private @Nullable RoomMove move;

    /**
     * @param now the stored state, with what the game's timer has left now
     * @param stop ends the actor; with where the room is
     */
    RoomMoving(
            Fence fence,
            RoomParts parts,
            RoomStore store,
            Consumer<RoomInput> room,
            Supplier<RoomMemory> now,
            Consumer<RelayMessage.NotMine> stop) {
        this.fence = fence;
        this.parts = parts;
        this.store = store;
        this.room = room;
        this.now = now;
        this.stop = stop;
    }

    /** Then nothing is decided. */
    boolean isOn() {
        return move != null;
    }

    /** Asked again while a move is on, the first successor stands. */
    void begin(NodeId successor, CompletableFuture<Moved> done) {
        RoomMove known = move;
        RoomMove moving =
                known != null ? known : new RoomMove(successor, parts.timers().now());
        move = moving;
        moving.tell(done);
        parts.timers().after(RoomMove.LIMIT, () -> room.accept(new RoomInput.MoveLate(moving)));
        goOn();
    }

    /** The journal may have answered what was in flight. */
    void goOn() {
        RoomMove moving = move;
        if (moving != null && !store.isAsking() && to(moving, RoomMove.Step.STOPPED, RoomMove.Step.EXPECTING)) {
            parts.ledger()
                    .expect(moving.successor(), fence.room())
                    .whenComplete((done, failure) -> room.accept(new RoomInput.Expected(moving, failure == null)));
        }
    }

    /** The successor's set holds the room; or not, then the journal is away. */
    void expected(RoomMove moving, boolean done) {
        if (move != moving) {
            return;
        }
        if (!done) {
            giveUp(moving);
        } else if (to(moving, RoomMove.Step.EXPECTING, RoomMove.Step.ASKED)) {
            RoomMemory last = now.get();
            store.handOver(
                    last.version(), moving.successor(), last.snapshot(fence.epoch()), epoch -> named(moving, epoch));
        }
    }

    /** It took too long; once the journal was asked there is no way back, but nobody needs to wait for it. */
    void late(RoomMove moving) {
        if (move == moving && moving.mayGoBack()) {
            giveUp(moving);
        } else if (move == moving) {
            moving.finish(Moved.STUCK);
        }
    }

    /** The actor has ended of something else. */
    void end() {
        RoomMove moving = move;
        if (moving != null) {
            move = null;
            moving.finish(Moved.NOT_HERE);
        }
    }

    private boolean to(RoomMove moving, RoomMove.Step from, RoomMove.Step next) {
        return moving.goTo(from, next, parts.timers().now());
    }

    private void giveUp(RoomMove moving) {
        move = null;
        moving.finish(Moved.STUCK);
    }

    private void named(RoomMove moving, long epoch) {
        move = null;
        to(moving, RoomMove.Step.ASKED, RoomMove.Step.NAMED);
        stop.accept(new RelayMessage.NotMine(fence.room(), moving.successor(), epoch));
        parts.offers().offer(fence.room(), moving.successor(), epoch).thenAccept(taken -> {
            long pause = parts.timers().now() - moving.began();
            LOG.debugf("room %s: from one step of its move to the next: %s", fence.room(), moving);
            if (taken) {
                LOG.infof("room %s runs on %s after a pause of %d ms", fence.room(), moving.successor(), pause);
                parts.measures().handedOver(Duration.ofMillis(pause));
            } else {
                LOG.warnf(
                        "room %s was given to %s, which has not said that it runs there",
                        fence.room(), moving.successor());
            }
            moving.finish(taken ? Moved.TAKEN : Moved.NAMED);
        });
    }
}
