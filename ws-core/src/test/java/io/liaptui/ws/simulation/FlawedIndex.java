package io.liaptui.ws.simulation;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.ws.journal.RoomIndex;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Lists of rooms in which places go wrong. */
final class FlawedIndex implements RoomIndex {
    private final RoomIndex right;
    private final Places places;

    /** How it writes places instead. */
    @FunctionalInterface
    interface Places {
        CompletionStage<Void> place(RoomIndex right, RoomId room, Shelf shelf, long touched);
    }

    FlawedIndex(RoomIndex right, Places places) {
        this.right = right;
        this.places = places;
    }

    @Override
    public CompletionStage<Void> place(RoomId room, Shelf shelf, long touched) {
        return places.place(right, room, shelf, touched);
    }

    @Override
    public CompletionStage<Void> remove(RoomId room) {
        return right.remove(room);
    }

    @Override
    public CompletionStage<Map<RoomId, Map<String, String>>> list(Shelf shelf, int limit) {
        return right.list(shelf, limit);
    }

    @Override
    public CompletionStage<Void> expect(NodeId node, RoomId room) {
        return right.expect(node, room);
    }

    @Override
    public CompletionStage<Void> release(NodeId node, List<RoomId> rooms) {
        return right.release(node, rooms);
    }

    @Override
    public CompletionStage<Set<RoomId>> roomsOf(NodeId node) {
        return right.roomsOf(node);
    }
}
