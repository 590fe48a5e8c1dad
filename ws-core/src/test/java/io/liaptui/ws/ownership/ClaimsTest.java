package io.liaptui.ws.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.history.Entry;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.ws.journal.MemoryJournal;
import io.liaptui.ws.journal.RoomJournal;
import io.liaptui.ws.ownership.Cluster.Member;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** So many at once, those first that somebody waits for. */
class ClaimsTest {
    private final Cluster cluster = new Cluster();
    private final List<RoomId> begun = new ArrayList<>();
    private final List<CompletableFuture<Void>> open = new ArrayList<>();
    private final Set<RoomId> running = new HashSet<>();

    /** Rooms whose loading the test ends. */
    private final LocalRooms slow = new LocalRooms() {
        @Override
        public Set<RoomId> running() {
            return Set.copyOf(running);
        }

        @Override
        public CompletionStage<Void> claim(RoomId room, NodeId seenOwner, long seenEpoch) {
            begun.add(room);
            CompletableFuture<Void> loading = new CompletableFuture<>();
            open.add(loading);
            return loading.thenRun(() -> running.add(room));
        }

        @Override
        public CompletionStage<Moved> handOver(RoomId room, NodeId successor) {
            throw new AssertionError("nobody hands over here");
        }
    };

    @Test
    void atMostSixtyFourAreLoadedAtOnceAndWaitedForOnesComeFirst() {
        List<Member> three = cluster.three();
        three.get(0).makeRooms(200);
        List<RoomId> rooms = List.copyOf(three.get(0).rooms.running());
        Set<RoomId> awaited = Set.copyOf(rooms.subList(190, 200));
        three.get(1).timers.kill();
        three.get(0).kill();
        cluster.time.pass(Duration.ofMillis(760));
        Claims claims =
                new Claims(three.get(2).registry, cluster.journal, slow, awaited::contains, MoveSettings.STANDARD);
        List<CompletableFuture<Claims.Outcome>> outcomes = rooms.stream()
                .map(room -> claims.seek(room).toCompletableFuture())
                .toList();
        cluster.time.settle();
        assertThat(begun).hasSize(64);

        open.getFirst().complete(null);
        cluster.time.settle();
        assertThat(begun).hasSize(65);
        assertThat(begun.subList(64, 65)).allMatch(awaited::contains);
        for (int i = 1; i < 200; i++) {
            open.get(i).complete(null);
            cluster.time.settle();
        }
        assertThat(new HashSet<>(begun.subList(64, 74))).isEqualTo(awaited);
        assertThat(begun).hasSize(200).doesNotHaveDuplicates();
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome).isCompletedWithValue(Claims.Outcome.MINE));
    }

    @Test
    void whoAsksAgainGetsTheOutcomeUnderWay() {
        List<Member> three = cluster.three();
        RoomId room = three.get(0).makeRoom();
        three.get(0).kill();
        cluster.time.pass(Duration.ofMillis(760));
        Claims claims = new Claims(three.get(2).registry, cluster.journal, slow, _ -> false, MoveSettings.STANDARD);
        CompletionStage<Claims.Outcome> first = claims.seek(room);
        assertThat(claims.seek(room)).isSameAs(first);
    }

    @Test
    void outcomesSayWhatIsKnown() {
        List<Member> three = cluster.three();
        RoomId room = three.get(0).makeRoom();
        Claims claims = new Claims(three.get(2).registry, cluster.journal, slow, _ -> false, MoveSettings.STANDARD);
        assertThat(outcome(claims, room)).isEqualTo(Claims.Outcome.OTHERS);
        assertThat(outcome(claims, new RoomId("NONE"))).isEqualTo(Claims.Outcome.OVER);
        running.add(room);
        assertThat(outcome(claims, room)).isEqualTo(Claims.Outcome.MINE);
        running.clear();
        three.get(2).registry.drain();
        assertThat(outcome(claims, room)).isEqualTo(Claims.Outcome.OPEN);
        assertThat(begun).isEmpty();
    }

    /** Else the room would be taken out of the dead owner's set, and only a sweep would find it. */
    @Test
    void whoMayNotJudgeAnyMoreDoesNotSayThatTheDeadOwnerLives() {
        List<Member> three = cluster.three();
        RoomId room = new RoomId("DEAD");
        Queue<Runnable> calls = new ArrayDeque<>();
        MemoryJournal journal = new MemoryJournal(cluster.time, calls::add);
        journal.create(
                room,
                three.get(0).id,
                "create",
                new Entry(1, 0, 1, 1, List.of(), List.of(), -1, null),
                RoomJournal.RoomWrite.of(Map.of("status", "running", "schema", "1")));
        calls.remove().run();
        three.get(0).kill();
        cluster.time.pass(Duration.ofMillis(760));
        Claims claims = new Claims(three.get(2).registry, journal, slow, _ -> false, MoveSettings.STANDARD);
        CompletionStage<Claims.Outcome> outcome = claims.seek(room);
        three.get(2).timers.pause();
        cluster.time.pass(Duration.ofMillis(700));
        calls.remove().run();
        assertThat(outcome.toCompletableFuture()).isCompletedWithValue(Claims.Outcome.OPEN);
        assertThat(begun).isEmpty();
    }

    private Claims.Outcome outcome(Claims claims, RoomId room) {
        CompletableFuture<Claims.Outcome> outcome = claims.seek(room).toCompletableFuture();
        cluster.time.settle();
        return outcome.join();
    }
}
