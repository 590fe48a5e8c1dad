package io.liaptui.ws.room;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.common.games.GameCatalog;
import io.liaptui.common.games.GameModule;
import io.liaptui.common.history.Entry;
import io.liaptui.common.history.Schema;
import io.liaptui.common.history.StoredEvent;
import io.liaptui.common.replay.StateText;
import io.liaptui.common.room.RoomEvent;
import io.liaptui.common.room.RoomState;
import io.liaptui.common.room.codec.RoomCodec;
import io.liaptui.ws.journal.RoomJournal.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a room's log folds to. Play and recovery come to the same value. Immutable.
 *
 * @param table null before the game begins
 * @param version of the last entry
 * @param events how many in all entries
 * @param time of the last entry, milliseconds since 1970
 * @param left what the room's waits had left after the last entry
 */
record RoomMemory(
        RoomState room,
        @Nullable GameTable<?, ?, ?> table,
        long version,
        long events,
        long time,
        WaitsLeft left,
        Sessions sessions) {

    /** Every so many entries one carries a hash of the state after it. */
    static final int HASH_EVERY = 16;

    static final RoomMemory NOTHING = new RoomMemory(RoomState.NONE, null, 0, 0, 0, WaitsLeft.FULL, Sessions.NONE);

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The state between entries, while one is being decided. */
    RoomMemory with(RoomState nextRoom, @Nullable GameTable<?, ?, ?> nextTable) {
        return new RoomMemory(nextRoom, nextTable, version, events, time, left, sessions);
    }

    /** After an entry whose events are folded already. */
    RoomMemory stored(Entry entry) {
        Sessions known = sessions;
        for (String command : entry.commands()) {
            known = known.accepted(command);
        }
        return new RoomMemory(
                room,
                table,
                entry.version(),
                events + entry.events().size(),
                entry.time(),
                WaitsLeft.after(entry),
                known);
    }

    /**
     * Folds an entry from the log.
     *
     * @throws IllegalStateException if the state after it is not what its writer had
     */
    RoomMemory fold(Entry entry, GameCatalog catalog) {
        RoomMemory next = this;
        for (StoredEvent event : entry.events()) {
            next = next.fold(event, entry.time(), catalog);
        }
        next = next.stored(entry);
        if (entry.hash() != null && !entry.hash().equals(next.hash())) {
            throw new IllegalStateException("the state after entry " + entry.version() + " differs from its writer's");
        }
        return next;
    }

    /** SHA-256 of the whole state. */
    String hash() {
        return StateText.hash(room, gameText());
    }

    /** The same moment, with this much left for its waits. */
    RoomMemory leaving(WaitsLeft now) {
        return new RoomMemory(room, table, version, events, time, now, sessions);
    }

    Snapshot snapshot(long epoch) {
        ObjectNode body = StateText.json(room, gameText());
        body.put("events", events).put("time", time);
        left.write(body);
        body.set("last", sessions.toJson());
        return new Snapshot(Schema.ofBuild().writes(), version, epoch, body.toString());
    }

    static RoomMemory read(Snapshot snapshot, GameCatalog catalog) {
        try {
            JsonNode body = JSON.readTree(snapshot.body());
            RoomState room = RoomCodec.readState(body.required("room"));
            String game = body.path("game").textValue();
            return new RoomMemory(
                    room,
                    game == null ? null : GameTable.restored(module(catalog, room.game()), game),
                    snapshot.version(),
                    body.required("events").asLong(),
                    body.required("time").asLong(),
                    WaitsLeft.read(body),
                    Sessions.fromJson(body.path("last")));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException("not a snapshot of ours", e);
        }
    }

    private RoomMemory fold(StoredEvent event, long at, GameCatalog catalog) {
        if (!event.type().startsWith(RoomCodec.PREFIX)) {
            if (table == null) {
                throw new IllegalStateException(event.type() + " before the game began");
            }
            return with(room, table.apply(event));
        }
        RoomEvent happened = RoomCodec.read(event);
        RoomState next = room.apply(happened, at);
        return with(
                next, happened instanceof RoomEvent.Started ? GameTable.empty(module(catalog, next.game())) : table);
    }

    private @Nullable String gameText() {
        return table == null ? null : table.stateText();
    }

    GameModule<?, ?, ?> module(GameCatalog catalog) {
        return module(catalog, room.game());
    }

    static GameModule<?, ?, ?> module(GameCatalog catalog, String game) {
        return catalog.find(game).orElseThrow(() -> new IllegalStateException("this node cannot play " + game));
    }
}
