package io.liaptui.ws.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.NodeRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** docs/ownership.md 6: who is expected to claim. */
class PlacementPropertiesTest {
    @Property(tries = 500)
    void whoIsPreferredIsReadyAndReadsTheSchema(
            @ForAll("clusters") Map<NodeId, NodeRow> rows, @ForAll @IntRange(max = 3) int schema) {
        List<NodeId> preferred = new Placement(rows).preferred(schema);
        assertThat(preferred).allSatisfy(node -> {
            assertThat(rows.get(node).state()).isEqualTo("Ready");
            assertThat(rows.get(node).reads()).isGreaterThanOrEqualTo(schema);
        });
        boolean anybody = rows.values().stream().anyMatch(row -> row.state().equals("Ready") && row.reads() >= schema);
        assertThat(preferred.isEmpty()).isEqualTo(!anybody);
    }

    @Property(tries = 500)
    void aFullNodeOrOneThatGoesNextIsTakenOnlyIfThereIsNoOther(
            @ForAll("clusters") Map<NodeId, NodeRow> rows, @ForAll @IntRange(max = 3) int schema) {
        List<NodeId> preferred = new Placement(rows).preferred(schema);
        List<NodeRow> able = rows.values().stream()
                .filter(row -> row.state().equals("Ready") && row.reads() >= schema)
                .toList();
        if (able.stream().anyMatch(row -> row.rooms() < row.capacity())) {
            assertThat(preferred).allSatisfy(node -> assertThat(rows.get(node).rooms())
                    .isLessThan(rows.get(node).capacity()));
        }
        long newest = rows.values().stream()
                .filter(row -> !row.state().equals("Draining"))
                .max(Comparator.comparingLong(NodeRow::started))
                .map(NodeRow::generation)
                .orElse(0L);
        if (able.stream().anyMatch(row -> row.rooms() < row.capacity() && row.generation() == newest)) {
            assertThat(preferred)
                    .allSatisfy(node -> assertThat(rows.get(node).generation()).isEqualTo(newest));
        }
    }

    @Property(tries = 300)
    void theRankIsTheSameForEverybodyWhateverTheOrderOfRows(
            @ForAll("clusters") Map<NodeId, NodeRow> rows, @ForAll("rooms") RoomId room) {
        Map<NodeId, NodeRow> other =
                new TreeMap<>(Comparator.comparing(NodeId::value).reversed());
        other.putAll(rows);
        Placement placement = new Placement(rows);
        assertThat(new Placement(other).ranked(room, 1)).isEqualTo(placement.ranked(room, 1));
        assertThat(placement.ranked(room, 1)).containsExactlyInAnyOrderElementsOf(placement.preferred(1));
    }

    @Property(tries = 300)
    void whoGoesChangesOnlyWhatHeWasFirstFor(
            @ForAll @IntRange(min = 2, max = 8) int size, @ForAll("rooms") RoomId room) {
        Map<NodeId, NodeRow> rows = equals(size);
        List<NodeId> before = new Placement(rows).ranked(room, 1);
        for (NodeId gone : Set.copyOf(rows.keySet())) {
            Map<NodeId, NodeRow> left = new HashMap<>(rows);
            left.remove(gone);
            List<NodeId> expected = new ArrayList<>(before);
            expected.remove(gone);
            assertThat(new Placement(left).ranked(room, 1)).isEqualTo(expected);
        }
    }

    @Example
    void roomsSpreadEvenly() {
        Placement placement = new Placement(equals(4));
        Map<NodeId, Integer> first = new HashMap<>();
        Random random = new Random(4);
        for (int i = 0; i < 4_000; i++) {
            first.merge(placement.ranked(RoomId.random(random), 1).getFirst(), 1, Integer::sum);
        }
        assertThat(first.values()).hasSize(4).allSatisfy(count -> assertThat(count)
                .isBetween(880, 1_120));
    }

    @Example
    void afterARollBackTheOlderGenerationIsPreferred() {
        NodeId forward = new NodeId("forward");
        NodeId back = new NodeId("back");
        Map<NodeId, NodeRow> rows = new HashMap<>();
        rows.put(forward, row("Ready", 8, 1, 0, 10, 1_000));
        rows.put(back, row("Ready", 7, 1, 0, 10, 2_000));
        assertThat(new Placement(rows).preferred(1)).containsExactly(back);

        rows.put(back, row("Starting", 7, 1, 0, 10, 2_000));
        assertThat(new Placement(rows).preferred(1)).as("it cannot claim yet").containsExactly(forward);
    }

    @Example
    void theEmptiestIsCountedWithWhatItWasJustGiven() {
        NodeId a = new NodeId("a");
        NodeId b = new NodeId("b");
        NodeId me = new NodeId("me");
        Map<NodeId, NodeRow> rows = Map.of(
                a, row("Ready", 1, 1, 3, 10, 1), b, row("Ready", 1, 1, 4, 10, 2), me, row("Draining", 1, 1, 0, 10, 3));
        Placement placement = new Placement(rows);
        assertThat(placement.emptiest(me, 1, node -> rows.get(node).rooms())).contains(a);
        assertThat(placement.emptiest(me, 1, node -> rows.get(node).rooms() + (node.equals(a) ? 2 : 0)))
                .contains(b);
        assertThat(new Placement(Map.of(me, row("Ready", 1, 1, 0, 10, 3))).emptiest(me, 1, _ -> 0))
                .isEmpty();
    }

    @Provide
    Arbitrary<RoomId> rooms() {
        return Arbitraries.randomValue(RoomId::random);
    }

    @Provide
    Arbitrary<Map<NodeId, NodeRow>> clusters() {
        Arbitrary<NodeRow> row = Combinators.combine(
                        Arbitraries.of("Ready", "Starting", "Draining"),
                        Arbitraries.longs().between(1, 3),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.longs().between(1, 1_000_000))
                .as((state, generation, reads, rooms, started) -> row(state, generation, reads, rooms, 3, started));
        Arbitrary<NodeId> node = Arbitraries.integers().between(0, 99).map(number -> new NodeId("node-" + number));
        return Arbitraries.maps(node, row)
                .ofMaxSize(7)
                .filter(rows ->
                        rows.values().stream().map(NodeRow::started).distinct().count() == rows.size());
    }

    private static Map<NodeId, NodeRow> equals(int size) {
        Map<NodeId, NodeRow> rows = new HashMap<>();
        for (int i = 0; i < size; i++) {
            rows.put(new NodeId("ws-" + i + "-000000000000"), row("Ready", 1, 1, 0, 10, i + 1));
        }
        return rows;
    }

    private static NodeRow row(String state, long generation, int reads, int rooms, int capacity, long started) {
        return new NodeRow(1, state, generation, "test", reads, 1, rooms, capacity, "here", "", started);
    }
}
