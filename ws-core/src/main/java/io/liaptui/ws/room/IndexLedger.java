package io.liaptui.ws.room;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.room.RoomState;
import io.liaptui.common.room.RoomStatus;
import io.liaptui.ws.actor.Timers;
import io.liaptui.ws.journal.RoomIndex;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Writes rooms' places in the lists again when they change, and at most every 10 s otherwise. A write that fails is
 * left to the next one: lists are hints.
 */
final class IndexLedger implements RoomLedger {
    private static final Logger LOG = Logger.getLogger(IndexLedger.class);
    private static final long FRESH_MILLIS = 10_000;

    private final Map<RoomId, Long> placed = new ConcurrentHashMap<>();
    private final NodeId me;
    private final RoomIndex index;
    private final Timers timers;
    private final InstantSource clock;
    private final Runnable lobbyChanged;

    IndexLedger(NodeId me, RoomIndex index, Timers timers, InstantSource clock, Runnable lobbyChanged) {
        this.me = me;
        this.index = index;
        this.timers = timers;
        this.clock = clock;
        this.lobbyChanged = lobbyChanged;
    }

    @Override
    public CompletionStage<Void> expect(NodeId node, RoomId room) {
        return index.expect(node, room);
    }

    @Override
    public void release(RoomId room) {
        logged(room, index.release(me, List.of(room)));
    }

    @Override
    public void again(RoomId room, RoomStatus status) {
        logged(room, index.expect(me, room));
        write(room, status);
    }

    @Override
    public void place(RoomId room, RoomStatus status) {
        write(room, status);
    }

    @Override
    public void changed(RoomId room, RoomState before, RoomState after) {
        CompletionStage<Void> written = write(room, after.status());
        if (before.status() == RoomStatus.OPEN || after.status() == RoomStatus.OPEN) {
            written.whenComplete((done, failure) -> lobbyChanged.run());
        }
    }

    @Override
    public void refresh(RoomId room, RoomStatus status) {
        if (timers.now() - placed.getOrDefault(room, 0L) >= FRESH_MILLIS) {
            write(room, status);
        }
    }

    @Override
    public void replaced(RoomId room) {
        placed.remove(room);
    }

    @Override
    public void stopped(RoomId room, boolean over) {
        placed.remove(room);
        release(room);
        if (over) {
            logged(room, index.remove(room)).whenComplete((done, failure) -> lobbyChanged.run());
        }
    }

    private CompletionStage<Void> write(RoomId room, RoomStatus status) {
        placed.put(room, timers.now());
        return logged(room, index.place(room, RoomIndex.Shelf.of(status), clock.millis()));
    }

    private static CompletionStage<Void> logged(RoomId room, CompletionStage<Void> write) {
        return write.whenComplete((done, failure) -> {
            if (failure != null) {
                LOG.warnf("room %s: its place in the lists was not written: %s", room, failure.getMessage());
            }
        });
    }
}
