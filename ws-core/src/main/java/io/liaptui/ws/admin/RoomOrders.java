package io.liaptui.ws.admin;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.NodeRow;
import io.liaptui.common.redis.RoomFields;
import io.liaptui.ws.journal.RoomJournal;
import io.liaptui.ws.ownership.NodeState;
import io.liaptui.ws.ownership.Nodes;
import io.liaptui.ws.ownership.Placement;
import io.liaptui.ws.room.Rooms;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Moves and closes rooms that run in this node. Threading: any thread; nothing blocks. */
public final class RoomOrders {
    private final Nodes nodes;
    private final Rooms rooms;
    private final RoomJournal journal;

    public RoomOrders(Nodes nodes, Rooms rooms, RoomJournal journal) {
        this.nodes = nodes;
        this.rooms = rooms;
        this.journal = journal;
    }

    CompletionStage<Report> close(RoomId room) {
        return rooms.close(room)
                .thenApply(closed -> closed ? new Report(true, "Room " + room + " is closed.") : elsewhere(room));
    }

    /**
     * @param to null for the node with the fewest rooms
     */
    CompletionStage<Report> move(RoomId room, @Nullable NodeId to) {
        if (!rooms.running().contains(room)) {
            return Report.failed(elsewhere(room).detail());
        }
        return journal.look(room).thenCompose(found -> {
            int schema = Integer.parseInt(found.orElse(Map.of()).getOrDefault(RoomFields.SCHEMA, "0"));
            return to == null ? move(room, schema) : move(room, to, schema);
        });
    }

    private CompletionStage<Report> move(RoomId room, int schema) {
        Map<NodeId, NodeRow> rows = nodes.rows();
        Optional<NodeId> emptiest = new Placement(rows)
                .emptiest(nodes.me(), schema, node -> Optional.ofNullable(rows.get(node))
                        .map(NodeRow::rooms)
                        .orElse(0));
        return emptiest.map(node -> move(room, node, schema))
                .orElseGet(() -> Report.failed("No other node is ready to take the room."));
    }

    private CompletionStage<Report> move(RoomId room, NodeId to, int schema) {
        NodeRow row = nodes.rows().get(to);
        if (to.equals(nodes.me())) {
            return Report.failed("Room " + room + " is on " + to + " already.");
        }
        if (row == null || !row.state().equals(NodeState.READY.text())) {
            return Report.failed("Node " + to + " is not ready.");
        }
        if (row.reads() < schema) {
            return Report.failed("Node " + to + " is too old to read the room.");
        }
        return rooms.handOver(room, to).thenApply(moved -> switch (moved) {
            case TAKEN -> new Report(true, "Room " + room + " runs on " + to + ".");
            case NAMED -> new Report(true, "Room " + room + " was given to " + to + ", which will run it in a moment.");
            case NOT_HERE -> elsewhere(room);
            case STUCK -> new Report(false, "Redis did not answer in time; the room goes on where it was.");
        });
    }

    private Report elsewhere(RoomId room) {
        return new Report(
                false,
                "Room " + room + " does not run on " + nodes.me() + " any more. Ask again, if it is still there.");
    }
}
