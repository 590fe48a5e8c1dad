package io.liaptui.ws.ownership;

import io.liaptui.common.history.Entry;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.NodeRow;
import io.liaptui.ws.journal.MemoryIndex;
import io.liaptui.ws.journal.MemoryJournal;
import io.liaptui.ws.journal.RoomIndex;
import io.liaptui.ws.journal.RoomJournal;
import io.liaptui.ws.measure.Measures;
import io.liaptui.ws.redis.RedisProcess;
import io.liaptui.ws.relay.MemoryNetwork;
import io.liaptui.ws.relay.RelayMessage;
import io.liaptui.ws.testkit.ManualHearing;
import io.liaptui.ws.testkit.MemoryBoard;
import io.liaptui.ws.testkit.PausableTimers;
import io.liaptui.ws.testkit.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Nodes that own rooms in one journal, with everything of this package real, in one thread. */
final class Cluster {
    final VirtualTime time = new VirtualTime();
    final MemoryBoard board = new MemoryBoard(time, time);
    final MemoryJournal journal = new MemoryJournal(time, time);
    final MemoryIndex index = new MemoryIndex(journal);
    final MemoryNetwork network = new MemoryNetwork(time);
    final Map<String, Member> members = new LinkedHashMap<>();
    private final Random random = new Random(7);

    final class Member {
        final NodeId id;
        final PausableTimers timers = new PausableTimers(time);
        final Set<RoomId> awaited = new HashSet<>();
        final Registry registry;
        final HeldRooms rooms;
        final Ownership ownership;

        Member(String name, long generation, int capacity, int reads) {
            id = new NodeId(name);
            registry = new Registry(
                    id,
                    board,
                    timers,
                    RedisProcess.settings(NodeSettings.class),
                    () -> new NodeRow(0, "", generation, "test", reads, 1, count(), capacity, name),
                    new ManualHearing(time),
                    Measures.NONE);
            rooms = new HeldRooms(id, reads, journal, index, network.relay(id), timers);
            ownership = new Ownership(
                    registry,
                    journal,
                    index,
                    network.relay(id),
                    timers,
                    rooms,
                    awaited::contains,
                    MoveSettings.STANDARD);
            network.relay(id).listen(envelope -> {
                switch (envelope.message()) {
                    case RelayMessage.Take take -> take(envelope.from(), take);
                    case RelayMessage.Taken taken -> rooms.taken(taken.room());
                    default -> throw new AssertionError("nobody sends " + envelope.message());
                }
            });
            registry.start();
            ownership.start();
        }

        private void take(NodeId from, RelayMessage.Take take) {
            if (registry.state() == NodeState.DRAINING) {
                ownership.passOn(from, take);
            } else {
                rooms.take(from, take);
            }
        }

        private int count() {
            return rooms.running().size();
        }

        /** kill -9: nothing of it runs or arrives any more. */
        void kill() {
            timers.kill();
            board.unsubscribe(id);
            members.remove(id.value());
            network.loseIf((to, envelope) -> !members.containsKey(to.value())
                    || !members.containsKey(envelope.from().value()));
        }

        void makeRooms(int count) {
            for (int i = 0; i < count; i++) {
                makeRoom();
            }
        }

        RoomId makeRoom() {
            return makeRoom(1);
        }

        RoomId makeRoom(int schema) {
            RoomId room = RoomId.random(random);
            index.expect(id, room)
                    .thenCompose(_ -> index.place(room, RoomIndex.Shelf.LIVE, time.millis()))
                    .thenCompose(_ -> journal.create(
                            room,
                            id,
                            "create",
                            new Entry(1, 0, 1, 1, List.of(), List.of(), -1, null),
                            RoomJournal.RoomWrite.of(Map.of("status", "running", "schema", Integer.toString(schema)))))
                    .thenAccept(answer -> rooms.hold(room, ((RoomJournal.Created.Fresh) answer).epoch()));
            time.settle();
            return room;
        }
    }

    Member node(String name) {
        return node(name, 1, 2_000);
    }

    Member node(String name, long generation, int capacity) {
        return node(name, generation, capacity, 1);
    }

    /** A node of a release that reads this schema. */
    Member node(String name, long generation, int capacity, int reads) {
        Member member = new Member(name, generation, capacity, reads);
        members.put(name, member);
        time.settle();
        return member;
    }

    /** Three nodes that may judge. */
    List<Member> three() {
        List<Member> three = new ArrayList<>();
        for (String name : List.of("a", "b", "c")) {
            three.add(node(name));
            time.pass(Duration.ofMillis(80));
        }
        time.pass(Duration.ofSeconds(5));
        return three;
    }

    /** Who says that it runs the room; more than one would be a twin. */
    List<Member> runners(RoomId room) {
        return members.values().stream()
                .filter(member -> member.rooms.running().contains(room))
                .toList();
    }

    int running() {
        return members.values().stream()
                .mapToInt(member -> member.rooms.running().size())
                .sum();
    }

    Set<RoomId> set(NodeId node) {
        var set = index.roomsOf(node).toCompletableFuture();
        time.settle();
        return set.join();
    }
}
