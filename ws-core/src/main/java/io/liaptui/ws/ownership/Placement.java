package io.liaptui.ws.ownership;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.NodeRow;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * Which node a room belongs on: the rule of section 6. Plain logic over the rows of living nodes; two nodes that see the
 * same rows answer the same.
 *
 * <p>Preferred are nodes that are ready, read the room's schema, have room for more, and are of the generation of the
 * node that started last: after a roll forward the new ones, after a roll back the old ones, so that a room is not given
 * to a node that goes next. If there is none: of any generation. If there is none: any that is ready and reads it.
 *
 * @param rows of living nodes
 */
public record Placement(Map<NodeId, NodeRow> rows) {
    /** Where nothing is known of a room: every release reads it. */
    public static final int ANY_SCHEMA = 0;

    public Placement {
        rows = Map.copyOf(rows);
    }

    /** In the order of the ids; empty only if no ready node reads the schema. */
    public List<NodeId> preferred(int schema) {
        long newest = newestGeneration();
        List<NodeId> able = nodes(row -> isReady(row) && row.reads() >= schema);
        List<NodeId> free = only(able, row -> row.rooms() < row.capacity());
        List<NodeId> newer = only(free, row -> row.generation() == newest);
        return !newer.isEmpty() ? newer : !free.isEmpty() ? free : able;
    }

    /**
     * The preferred nodes, the best first. Every room has its own order, and a node that comes or goes changes only what
     * it is first for (rendezvous hash).
     */
    public List<NodeId> ranked(RoomId room, int schema) {
        return preferred(schema).stream()
                .sorted(Comparator.comparingLong((NodeId node) -> weight(room, node))
                        .reversed())
                .toList();
    }

    /** The preferred node, another than this one, with the fewest rooms. */
    public Optional<NodeId> emptiest(NodeId except, int schema, ToIntFunction<NodeId> rooms) {
        Map<NodeId, NodeRow> others = new HashMap<>(rows);
        others.remove(except);
        return new Placement(others).preferred(schema).stream().min(Comparator.comparingInt(rooms));
    }

    /** Of the node that started last, ready or about to be. */
    private long newestGeneration() {
        return rows.entrySet().stream()
                .filter(each ->
                        isReady(each.getValue()) || each.getValue().state().equals(NodeState.STARTING.text()))
                .max(Comparator.comparingLong((Map.Entry<NodeId, NodeRow> each) ->
                                each.getValue().started())
                        .thenComparing(each -> each.getKey().value()))
                .map(each -> each.getValue().generation())
                .orElse(0L);
    }

    private List<NodeId> nodes(Predicate<NodeRow> fits) {
        return rows.entrySet().stream()
                .filter(each -> fits.test(each.getValue()))
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing(NodeId::value))
                .toList();
    }

    private List<NodeId> only(List<NodeId> nodes, Predicate<NodeRow> fits) {
        return nodes.stream()
                .filter(node -> Optional.ofNullable(rows.get(node)).filter(fits).isPresent())
                .toList();
    }

    private static boolean isReady(NodeRow row) {
        return row.state().equals(NodeState.READY.text());
    }

    /** FNV-1a over both names, then mixed: its high bits alone are poor for names that differ in the last letters. */
    private static long weight(RoomId room, NodeId node) {
        long hash = 0xcbf29ce484222325L;
        String text = room.value() + '/' + node.value();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }
}
