package io.liaptui.ws.room;

import io.liaptui.common.protocol.ServerCodec;
import io.liaptui.common.redis.RoomFields;
import io.liaptui.common.room.RoomStatus;
import io.liaptui.ws.journal.Fence;
import io.liaptui.ws.journal.RoomJournal.RoomWrite;
import io.liaptui.ws.journal.RoomJournal.Snapshot;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What of a room stands in its hash, for lists and for whoever takes it over. */
final class RoomRecord {
    /** A snapshot each so many entries; recovery folds at most that many. */
    private static final int SNAPSHOT_EVERY = 32;

    private RoomRecord() {}

    static RoomWrite write(Batch batch, Fence fence, RoomParts parts) {
        RoomMemory after = batch.memory();
        long first = batch.entries().getFirst().version();
        boolean due = after.version() / SNAPSHOT_EVERY > (first - 1) / SNAPSHOT_EVERY;
        Optional<Snapshot> snapshot = due ? Optional.of(after.snapshot(fence.epoch())) : Optional.empty();
        Map<String, String> fields = fields(after, parts.build());
        batch.removed().ifPresent(removed -> fields.put(RoomFields.REMOVED, removed.text()));
        return new RoomWrite(fields, snapshot, batch.seats());
    }

    static Map<String, String> fields(RoomMemory memory, String build) {
        Map<String, String> fields = new HashMap<>();
        fields.put(RoomFields.GAME, memory.room().game());
        fields.put(RoomFields.STATUS, status(memory.room().status()).text());
        fields.put(RoomFields.EVENTS, Long.toString(memory.events()));
        fields.put(RoomFields.HOST, ServerCodec.hostName(memory.room()));
        fields.put(RoomFields.SEATS, ServerCodec.slots(memory.room()).toString());
        fields.put(RoomFields.TOUCHED, Long.toString(memory.time()));
        fields.put(RoomFields.BUILD, build);
        return fields;
    }

    /** Only the journal's close writes {@code closed}: until then somebody must be able to claim the room and end it. */
    private static RoomStatus status(RoomStatus status) {
        return status == RoomStatus.CLOSED ? RoomStatus.FINISHED : status;
    }
}
