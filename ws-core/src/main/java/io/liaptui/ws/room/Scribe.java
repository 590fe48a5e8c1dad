package io.liaptui.ws.room;

import io.liaptui.common.games.GameCatalog;
import io.liaptui.common.games.GameModule;
import io.liaptui.common.history.Entry;
import io.liaptui.common.history.StoredEvent;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.room.Occupant;
import io.liaptui.common.room.RoomEvent;
import io.liaptui.common.room.RoomState;
import io.liaptui.common.room.RoomStatus;
import io.liaptui.common.room.codec.RoomCodec;
import io.liaptui.common.wire.Frame;
import io.liaptui.ws.journal.Fence;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns what was decided into an entry of the log and what everybody is told of it. One thread at a time. */
final class Scribe {
    private final Fence fence;
    private final GameCatalog catalog;
    private final InstantSource clock;
    private final Presence presence;
    private final WaitPolicy waiting;
    private final RoomFrames frames;

    Scribe(
            Fence fence,
            GameCatalog catalog,
            InstantSource clock,
            Presence presence,
            WaitPolicy waiting,
            RoomFrames frames) {
        this.fence = fence;
        this.catalog = catalog;
        this.clock = clock;
        this.presence = presence;
        this.waiting = waiting;
        this.frames = frames;
    }

    /** Writes an entry and tells everybody. */
    void write(Batch batch, Step step) {
        RoomMemory before = batch.memory();
        long time = Math.max(before.time(), clock.millis());
        List<RoomEvent> happened = new ArrayList<>(step.room());
        GameTable<?, ?, ?> table =
                step.game() == null ? before.table() : step.game().after();
        RoomState room = before.room();
        for (RoomEvent event : happened) {
            room = room.apply(event, time);
        }
        if (table != null && table.isOver() && room.status() == RoomStatus.RUNNING) {
            RoomEvent finished = new RoomEvent.Finished();
            happened.add(finished);
            room = room.apply(finished, time);
        }
        RoomMemory after = before.with(room, table);
        long version = before.version() + 1;
        if (step.actor() != null) {
            waiting.acted(step.actor());
            if (before.room().isHost(step.actor())) {
                batch.markHost();
            }
        }
        WaitsLeft left = waiting.left(module(room), table);
        Entry entry = new Entry(
                version,
                fence.epoch(),
                time,
                before.events() + 1,
                stored(step, happened, room),
                step.commands(),
                left.game(),
                version % RoomMemory.HASH_EVERY == 0 ? after.hash() : null,
                left.fields());
        batch.add(entry, after, !happened.isEmpty());
        List<Frame> told = new ArrayList<>(frames.step(before.room(), room, happened, time));
        if (step.game() != null) {
            told.addAll(step.game().frames().apply(frames.cast(room, module(room), time)));
        }
        batch.tell(new Output.ToAll(told, version));
        if (room.status() == RoomStatus.CLOSED) {
            presence.all()
                    .forEach(watcher -> batch.tellLast(new Output.Kick(watcher.node(), watcher.socket(), "room gone")));
        }
    }

    /**
     * What one accepted input did.
     *
     * @param actor who acted, if a seat did
     * @param by {@code human}, {@code bot}, {@code stand-in} or {@code turn-limit}
     */
    record Step(
            List<RoomEvent> room,
            GameTable.Outcome.@Nullable Happened game,
            List<String> commands,
            @Nullable Seat actor,
            @Nullable String by) {
        static Step of(List<RoomEvent> room, List<String> commands, @Nullable Seat actor) {
            return new Step(room, null, commands, actor, actor == null ? null : "human");
        }
    }

    GameModule<?, ?, ?> module(RoomState room) {
        return RoomMemory.module(catalog, room.game());
    }

    /** Room events stand before those of the game, only the end of the game after them. */
    private static List<StoredEvent> stored(Step step, List<RoomEvent> happened, RoomState room) {
        String player = step.actor() == null
                ? null
                : room.at(step.actor()).map(Occupant::name).orElse(null);
        List<StoredEvent> stored = new ArrayList<>();
        happened.subList(0, step.room().size())
                .forEach(event -> stored.add(RoomCodec.write(event).actedBy(player, step.by())));
        if (step.game() != null) {
            step.game().events().forEach(event -> {
                Seat seat = event.seat();
                String name =
                        seat == null ? null : room.at(seat).map(Occupant::name).orElse(null);
                stored.add(event.actedBy(name, name == null ? null : step.by()));
            });
        }
        happened.subList(step.room().size(), happened.size()).forEach(event -> stored.add(RoomCodec.write(event)));
        return stored;
    }
}
