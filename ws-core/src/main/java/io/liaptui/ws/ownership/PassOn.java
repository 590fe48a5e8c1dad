package io.liaptui.ws.ownership;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.NodeRow;
import io.liaptui.common.redis.RoomFields;
import io.liaptui.ws.journal.RoomIndex;
import io.liaptui.ws.journal.RoomJournal;
import io.liaptui.ws.relay.Relay;
import io.liaptui.ws.relay.RelayMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Passes a room on that was named to this node while it drains, without ever running it: claims it in the successor's name.
 * Threading: any thread; nothing blocks.
 */
final class PassOn {
    private final Nodes nodes;
    private final RoomJournal journal;
    private final RoomIndex index;
    private final Relay relay;

    PassOn(Nodes nodes, RoomJournal journal, RoomIndex index, Relay relay) {
        this.nodes = nodes;
        this.journal = journal;
        this.index = index;
        this.relay = relay;
    }

    /**
     * True if it is not named to this node any more. Never fails: what cannot be passed on is found in my set.
     *
     * @param drainer who named me, and does not want it back; its row may not say so yet
     */
    CompletionStage<Boolean> pass(RoomId room, @Nullable NodeId drainer) {
        return journal.look(room)
                .thenCompose(found -> found.filter(this::isMine)
                        .map(hash -> name(room, hash, drainer))
                        .orElseGet(() -> CompletableFuture.completedStage(true)))
                .exceptionally(_ -> false);
    }

    private boolean isMine(Map<String, String> hash) {
        return Claims.isAlive(hash) && nodes.me().value().equals(hash.get(RoomFields.OWNER));
    }

    private CompletionStage<Boolean> name(RoomId room, Map<String, String> hash, @Nullable NodeId drainer) {
        Map<NodeId, NodeRow> rows = nodes.rows();
        int schema = Integer.parseInt(hash.getOrDefault(RoomFields.SCHEMA, "0"));
        Optional<NodeId> successor = new Placement(rows)
                .ranked(room, schema).stream()
                        .filter(node -> !node.equals(nodes.me()) && !node.equals(drainer))
                        .findFirst();
        NodeRow row = successor.map(rows::get).orElse(null);
        if (successor.isEmpty() || row == null) {
            return CompletableFuture.completedStage(false);
        }
        NodeId to = successor.get();
        long epoch = Long.parseLong(hash.getOrDefault(RoomFields.EPOCH, "0"));
        return index.expect(to, room)
                .thenCompose(_ -> journal.claim(room, to, nodes.me(), epoch, row.reads()))
                .thenApply(answer -> {
                    if (answer instanceof RoomJournal.Claim.Claimed claimed) {
                        relay.send(to, new RelayMessage.Take(room, claimed.epoch()));
                        index.release(nodes.me(), List.of(room));
                        return true;
                    }
                    return !(answer instanceof RoomJournal.Claim.TooNew);
                });
    }
}
