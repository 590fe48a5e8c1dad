package io.liaptui.ws.fanout;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.RoomFields;
import io.liaptui.ws.journal.RoomJournal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Finds who owns a room. Says what was true a moment ago. Threading: any thread. */
public final class RoomFinder {
    private static final Set<String> ALIVE = Set.of("open", "running", "finished");

    private final RoomJournal journal;

    public RoomFinder(RoomJournal journal) {
        this.journal = journal;
    }

    /** The owner, or empty if there is no such room any more. Fails with {@code JournalAway}. */
    public CompletionStage<Optional<NodeId>> owner(RoomId room) {
        return journal.look(room).thenApply(found -> found.filter(RoomFinder::isAlive)
                .map(hash -> new NodeId(hash.get(RoomFields.OWNER))));
    }

    private static boolean isAlive(Map<String, String> hash) {
        return ALIVE.contains(hash.getOrDefault(RoomFields.STATUS, "")) && hash.containsKey(RoomFields.OWNER);
    }
}
