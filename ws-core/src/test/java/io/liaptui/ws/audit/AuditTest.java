package io.liaptui.ws.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.history.Entry;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.ws.journal.Ending;
import io.liaptui.ws.journal.Fence;
import io.liaptui.ws.journal.MemoryIndex;
import io.liaptui.ws.journal.MemoryJournal;
import io.liaptui.ws.journal.RoomIndex.Shelf;
import io.liaptui.ws.journal.RoomJournal;
import io.liaptui.ws.journal.RoomJournal.Created;
import io.liaptui.ws.ownership.NodeState;
import io.liaptui.ws.testkit.VirtualTime;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Audits in virtual time: an hour passes at once. */
class AuditTest {
    private static final NodeId A = new NodeId("a");
    private static final NodeId B = new NodeId("b");
    private static final RoomId ROOM = new RoomId("AB12CD");
    private static final Duration MINUTE = Duration.ofSeconds(60);

    private final VirtualTime time = new VirtualTime();
    private final MemoryJournal journal = new MemoryJournal(time, time);
    private final MemoryIndex index = new MemoryIndex(journal);
    private final Ready nodes = new Ready(A, Set.of(A));
    private final Set<RoomId> running = new HashSet<>();
    private final Counts counts = new Counts();

    private Audit audit(Ready registry, Counts measures, Set<RoomId> here) {
        AuditSettings settings = new AuditSettings() {
            @Override
            public Duration every() {
                return MINUTE;
            }

            @Override
            public Duration confirm() {
                return Duration.ofSeconds(15);
            }
        };
        return new Audit(registry, index, index, () -> Set.copyOf(here), measures, time, settings);
    }

    private void start() {
        audit(nodes, counts, running).start();
    }

    private <T> T await(CompletionStage<T> stage) {
        time.settle();
        return stage.toCompletableFuture().join();
    }

    /** As a node does it: its set first, then the list, then the room. */
    private long room(RoomId id, NodeId owner, String status, Shelf shelf) {
        await(index.expect(owner, id));
        await(index.place(id, shelf, 7));
        Entry first = new Entry(1, 0, 1, 1, List.of(), List.of(), -1, null);
        Map<String, String> fields =
                Map.of("game", "liaptui", "status", status, "schema", "1", "events", "1", "touched", "7");
        Created made = await(journal.create(id, owner, id.value(), first, RoomJournal.RoomWrite.of(fields)));
        running.add(id);
        return ((Created.Fresh) made).epoch();
    }

    private Set<RoomId> listed(Shelf shelf) {
        return await(index.listed(shelf));
    }

    @Test
    void whatIsRightIsLeftAlone() {
        room(new RoomId("1"), A, "open", Shelf.OPEN);
        room(new RoomId("2"), A, "running", Shelf.LIVE);
        room(new RoomId("3"), A, "finished", Shelf.DONE);
        start();
        time.pass(Duration.ofMinutes(10));
        assertThat(counts.audits).hasSizeBetween(9, 11);
        assertThat(counts.sums()).containsExactly(0, 0, 0);
        assertThat(listed(Shelf.OPEN)).hasSize(1);
        assertThat(listed(Shelf.LIVE)).hasSize(1);
        assertThat(listed(Shelf.DONE)).hasSize(1);
    }

    @Test
    void aGhostIsTakenOffWhenItIsMissingASecondTimeAMinuteLater() {
        start();
        assertThat(time.passUntil(() -> !counts.audits.isEmpty(), Duration.ofMinutes(2)))
                .isTrue();
        await(index.place(ROOM, Shelf.OPEN, 1));
        time.pass(Duration.ofSeconds(61));
        assertThat(listed(Shelf.OPEN)).containsExactly(ROOM);
        assertThat(counts.sums()).containsExactly(0, 0, 0);
        time.pass(MINUTE);
        assertThat(listed(Shelf.OPEN)).isEmpty();
        assertThat(counts.sums()).containsExactly(1, 0, 0);
        time.pass(Duration.ofMinutes(5));
        assertThat(counts.sums()).containsExactly(1, 0, 0);
        assertThat(counts.audits.getLast()).containsExactly(0, 0, 0);
    }

    @Test
    void aRoomThatEndedAndStayedListedIsAGhost() {
        long epoch = room(ROOM, A, "finished", Shelf.DONE);
        await(journal.close(new Fence(ROOM, A, epoch), 1, Ending.ARCHIVED));
        await(index.release(A, List.of(ROOM)));
        running.clear();
        start();
        time.pass(Duration.ofMinutes(3));
        assertThat(listed(Shelf.DONE)).isEmpty();
        assertThat(counts.sums()).containsExactly(1, 0, 0);
    }

    /** A create under way: listed, but not yet there. */
    @Test
    void aRoomThatCameLateIsNoGhost() {
        start();
        time.passUntil(() -> !counts.audits.isEmpty(), Duration.ofMinutes(2));
        await(index.place(ROOM, Shelf.OPEN, 1));
        time.pass(Duration.ofSeconds(61));
        room(ROOM, A, "open", Shelf.OPEN);
        time.pass(Duration.ofMinutes(5));
        assertThat(listed(Shelf.OPEN)).containsExactly(ROOM);
        assertThat(counts.sums()).containsExactly(0, 0, 0);
    }

    @Test
    void aHiddenRoomIsPutBackOnTheShelfOfItsStatus() {
        room(ROOM, A, "running", Shelf.LIVE);
        await(index.remove(ROOM));
        start();
        time.pass(Duration.ofSeconds(76));
        assertThat(listed(Shelf.LIVE)).containsExactly(ROOM);
        assertThat(counts.sums()).containsExactly(0, 0, 1);
        time.pass(Duration.ofMinutes(5));
        assertThat(counts.sums()).containsExactly(0, 0, 1);
    }

    @Test
    void aRoomThatItsOwnerPutsBackInTimeIsNotCounted() {
        room(ROOM, A, "open", Shelf.OPEN);
        await(index.remove(ROOM));
        audit(nodes, counts, running).start();
        // Between the first look and the second: the owner writes its places every 10 s
        for (int i = 0; i < 12; i++) {
            time.pass(Duration.ofSeconds(10));
            await(index.place(ROOM, Shelf.OPEN, 7));
        }
        assertThat(counts.audits).isNotEmpty();
        assertThat(counts.sums()).containsExactly(0, 0, 0);
    }

    @Test
    void aRoomOfAnotherNodeInMySetIsNotMine() {
        room(ROOM, B, "open", Shelf.OPEN);
        running.clear();
        await(index.remove(ROOM));
        await(index.expect(A, ROOM));
        start();
        time.pass(Duration.ofMinutes(5));
        assertThat(counts.sums()).containsExactly(0, 0, 0);
    }

    @Test
    void anActorWhoseRoomAnotherNodeOwnsIsATwin() {
        long epoch = room(ROOM, A, "running", Shelf.LIVE);
        await(journal.claim(ROOM, B, A, epoch, 1));
        start();
        time.pass(Duration.ofSeconds(76));
        assertThat(counts.audits).isNotEmpty().allMatch(audit -> audit.equals(List.of(0, 1, 0)));
    }

    @Test
    void aMoveUnderWayIsNoTwin() {
        long epoch = room(ROOM, A, "running", Shelf.LIVE);
        start();
        // Each of 200 moves away is noticed by the actor here within 10 s
        for (int i = 0; i < 200; i++) {
            RoomId room = new RoomId("%06X".formatted(i));
            epoch = room(room, A, "running", Shelf.LIVE);
            await(journal.claim(room, B, A, epoch, 1));
            time.pass(Duration.ofSeconds(10));
            running.remove(room);
            time.pass(Duration.ofMillis(700));
        }
        assertThat(counts.audits.size()).isGreaterThan(25);
        assertThat(counts.sums()).containsExactly(0, 0, 0);
    }

    @Test
    void twoNodesShareTheListsAndEachGhostIsFoundByOne() {
        Counts others = new Counts();
        Set<NodeId> both = Set.of(A, B);
        audit(new Ready(A, both), counts, Set.of()).start();
        audit(new Ready(B, both), others, Set.of()).start();
        for (int i = 0; i < 100; i++) {
            await(index.place(new RoomId("%06X".formatted(i)), Shelf.OPEN, i));
        }
        time.pass(Duration.ofMinutes(4));
        assertThat(listed(Shelf.OPEN)).isEmpty();
        assertThat(counts.sums().getFirst()).isBetween(25, 75);
        assertThat(counts.sums().getFirst() + others.sums().getFirst()).isEqualTo(100);
    }

    @Test
    void whoeverIsNotReadyOrNotWellWithRedisJudgesNothing() {
        await(index.place(ROOM, Shelf.OPEN, 1));
        start();
        nodes.goodRounds = 7;
        time.pass(Duration.ofMinutes(5));
        nodes.goodRounds = 8;
        nodes.state = NodeState.DRAINING;
        time.pass(Duration.ofMinutes(5));
        assertThat(counts.audits).isEmpty();
        assertThat(listed(Shelf.OPEN)).containsExactly(ROOM);

        nodes.state = NodeState.READY;
        time.pass(Duration.ofMinutes(3));
        assertThat(listed(Shelf.OPEN)).isEmpty();
    }
}
