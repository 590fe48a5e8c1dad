package io.liaptui.ws.room;

import io.liaptui.common.history.Entry;
import io.liaptui.common.ids.RoomId;
import io.liaptui.ws.journal.MemoryLog;
import io.liaptui.ws.testkit.TestCluster;
import java.util.List;
import java.util.Map;

/** What the journal of a cluster holds of a room. */
final class Logs {
    private Logs() {}

    static List<Entry> entries(TestCluster cluster, RoomId room) {
        var found = new MemoryLog(cluster.journal()).after(room, 0, 10_000).toCompletableFuture();
        cluster.time().settle();
        return found.join();
    }

    /** Who decided what this player did in the game, in order. */
    static List<String> playedBy(TestCluster cluster, RoomId room, String player) {
        return entries(cluster, room).stream()
                .flatMap(entry -> entry.events().stream())
                .filter(event -> event.by() != null && !event.type().startsWith("room."))
                .filter(event -> player.equals(event.player()))
                .map(event -> String.valueOf(event.by()))
                .toList();
    }

    /** The room's hash; empty if the room is not there. */
    static Map<String, String> hash(TestCluster cluster, RoomId room) {
        var found = cluster.journal().look(room).toCompletableFuture();
        cluster.time().settle();
        return found.join().orElse(Map.of());
    }
}
