package io.liaptui.ws.simulation;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.ws.journal.RoomIndex;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** The lists of rooms as one node reaches them. */
final class IndexClient implements RoomIndex {
    private final Calls calls;
    private final RedisServer redis;

    IndexClient(Calls calls, RedisServer redis) {
        this.calls = calls;
        this.redis = redis;
    }

    @Override
    public CompletionStage<Void> place(RoomId room, Shelf shelf, long touched) {
        return calls.once(RedisServer.Kind.WRITE, () -> redis.index().place(room, shelf, touched));
    }

    @Override
    public CompletionStage<Void> remove(RoomId room) {
        return calls.once(RedisServer.Kind.WRITE, () -> redis.index().remove(room));
    }

    @Override
    public CompletionStage<Map<RoomId, Map<String, String>>> list(Shelf shelf, int limit) {
        return calls.once(RedisServer.Kind.READ, () -> redis.index().list(shelf, limit))
                .thenApply(found -> {
                    Map<RoomId, Map<String, String>> known = new LinkedHashMap<>();
                    found.forEach((room, hash) -> known.put(room, redis.withSchema(room, hash)));
                    return known;
                });
    }

    @Override
    public CompletionStage<Void> expect(NodeId node, RoomId room) {
        return calls.once(RedisServer.Kind.WRITE, () -> redis.index().expect(node, room));
    }

    @Override
    public CompletionStage<Void> release(NodeId node, List<RoomId> rooms) {
        return calls.once(RedisServer.Kind.WRITE, () -> redis.index().release(node, rooms));
    }

    /** Sorted: the order of an immutable set differs from process to process, and a seed must not. */
    @Override
    public CompletionStage<Set<RoomId>> roomsOf(NodeId node) {
        return calls.once(RedisServer.Kind.READ, () -> redis.index().roomsOf(node))
                .thenApply(rooms -> rooms.stream()
                        .sorted(Comparator.comparing(RoomId::value))
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }
}
