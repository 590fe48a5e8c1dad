package io.liaptui.ws.journal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.liaptui.common.history.Entry;
import io.liaptui.common.history.StoredEvent;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.ids.Seat;
import io.liaptui.ws.journal.RoomJournal.RoomWrite;
import io.liaptui.ws.journal.RoomJournal.SeatRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Small rooms to write down. */
final class JournalFixtures {
    static final RoomId ROOM = new RoomId("AB12CD");
    static final NodeId A = new NodeId("a-000000000001");
    static final NodeId B = new NodeId("b-000000000002");

    private JournalFixtures() {}

    static RoomWrite opening() {
        return RoomWrite.of(Map.of("game", "liaptui", "status", "open", "schema", "1", "events", "1"));
    }

    static Entry firstEntry() {
        return entry(new Fence(ROOM, A, 0), 1);
    }

    static Entry entry(Fence fence, long version) {
        StoredEvent event = new StoredEvent(
                "liaptui.played",
                new Seat(1),
                "Zoë \"quoted\"",
                "human",
                JsonNodeFactory.instance.objectNode().put("number", (int) version),
                Map.of(new Seat(1), JsonNodeFactory.instance.objectNode().put("hand", "secret")),
                JsonNodeFactory.instance.objectNode());
        String hash = version % 2 == 0 ? "hash-" + version : null;
        return new Entry(
                version,
                fence.epoch(),
                1_000 + version,
                version,
                List.of(event),
                List.of("s1:" + version),
                5_000,
                hash);
    }

    static Map<Seat, Optional<SeatRow>> seat(int index, String player, String tokenHash) {
        return Map.of(new Seat(index), Optional.of(new SeatRow(player, tokenHash)));
    }
}
