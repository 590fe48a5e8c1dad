package io.liaptui.ws.room;

import io.liaptui.common.ids.NodeId;
import io.liaptui.ws.relay.RelayMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A room that is being made or claimed: serialises the claims of this node, and keeps what arrives for the room, because
 * whoever is named as its next owner is asked before it has claimed. Threading: any thread.
 */
final class RoomLoading implements RoomRegistry.Place {
    private static final int CAPACITY = 256;

    private final List<Kept> kept = new ArrayList<>();
    private final CompletableFuture<Void> decided = new CompletableFuture<>();
    private boolean over;

    /** A message that waits for the room. */
    record Kept(NodeId from, RelayMessage message) {}

    /** What became of a message. */
    enum Fate {
        KEPT,
        FULL,
        /** It is decided what the room is here; look again. */
        OVER
    }

    synchronized Fate keep(NodeId from, RelayMessage message) {
        if (over) {
            return Fate.OVER;
        }
        if (kept.size() == CAPACITY) {
            return Fate.FULL;
        }
        kept.add(new Kept(from, message));
        return Fate.KEPT;
    }

    /** The sockets of this node are gone. */
    synchronized void lose(NodeId node) {
        kept.removeIf(each -> each.from().equals(node));
    }

    /** Nothing is kept any more; what was. */
    synchronized List<Kept> end() {
        over = true;
        return List.copyOf(kept);
    }

    /** Completes when it is decided whether the room runs here. */
    CompletionStage<Void> decided() {
        return decided;
    }

    void decide() {
        decided.complete(null);
    }
}
