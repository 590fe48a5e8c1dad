package io.liaptui.ws.room;

import io.liaptui.common.games.GameModule;
import io.liaptui.common.history.Entry;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.redis.RoomFields;
import io.liaptui.common.room.RoomEvent;
import io.liaptui.common.room.RoomRules;
import io.liaptui.common.room.RoomState;
import io.liaptui.common.room.codec.RoomCodec;
import io.liaptui.ws.journal.Fence;
import io.liaptui.ws.journal.RoomIndex;
import io.liaptui.ws.journal.RoomJournal.Created;
import io.liaptui.ws.journal.RoomJournal.RoomWrite;
import io.liaptui.ws.journal.RoomJournal.SeatRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Makes new rooms. Threading: any thread. */
final class RoomOpening {
    private static final Seat HOST = new Seat(0);

    private final RoomParts parts;
    private final RoomIndex index;

    RoomOpening(RoomParts parts, RoomIndex index) {
        this.parts = parts;
        this.index = index;
    }

    /**
     * A new room, full of bots but for its host. False if the id is taken.
     *
     * @param maker digest of the address it is made from, or empty
     */
    CompletionStage<Boolean> open(GameModule<?, ?, ?> game, RoomId id, String host, String tokenHash, String maker) {
        RoomLoading loading = parts.registry().load(id).orElse(null);
        if (loading == null) {
            return CompletableFuture.completedStage(false);
        }
        long now = parts.clock().millis();
        Entry first = first(game, host, now);
        RoomMemory memory = RoomMemory.NOTHING.fold(first, parts.catalog());
        Map<String, String> fields = new HashMap<>(RoomRecord.fields(memory, parts.build()));
        fields.put(RoomFields.CREATED, Long.toString(now));
        if (!maker.isEmpty()) {
            fields.put(RoomFields.MAKER, maker);
        }
        RoomWrite write =
                new RoomWrite(fields, Optional.empty(), Map.of(HOST, Optional.of(new SeatRow(host, tokenHash))));
        String createId = UUID.randomUUID().toString();
        return index.expect(parts.nodes().me(), id)
                .thenCompose(done -> index.place(id, RoomIndex.Shelf.OPEN, now))
                .thenCompose(done -> parts.journal().create(id, parts.nodes().me(), createId, first, write))
                .thenApply(answer -> switch (answer) {
                    case Created.Fresh(var epoch) -> begin(id, loading, epoch, createId, first, memory, write);
                    case Created.Already(var epoch) -> begin(id, loading, epoch, createId, first, memory, write);
                    case Created.Taken() -> false;
                })
                // Has no effect if it runs
                .whenComplete((done, failure) -> parts.registry().runsNot(id, loading, null));
    }

    private Entry first(GameModule<?, ?, ?> game, String host, long now) {
        List<RoomEvent> events = RoomRules.create(
                game.name(), game.seats(), host, parts.seeds().luck().nextInt());
        return new Entry(
                1,
                0,
                now,
                1,
                events.stream()
                        .map(event -> RoomCodec.write(event).actedBy(host, "human"))
                        .toList(),
                List.of(),
                -1,
                null);
    }

    private boolean begin(
            RoomId id,
            RoomLoading loading,
            long epoch,
            String createId,
            Entry first,
            RoomMemory memory,
            RoomWrite write) {
        RoomKeep keep =
                new RoomKeep(Map.of(RoomFields.CREATE_ID, createId, RoomFields.MOVES, "0"), Map.of(), List.of());
        keep.stored(List.of(first.inEpoch(epoch)), write);
        Room room = new Room(new Fence(id, parts.nodes().me(), epoch), memory, keep, parts);
        room.start(parts.settings().grace().arriving());
        parts.registry().runs(id, loading, room);
        parts.ledger().changed(id, RoomState.NONE, memory.room());
        return true;
    }
}
