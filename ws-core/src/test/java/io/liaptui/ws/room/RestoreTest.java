package io.liaptui.ws.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.history.Entry;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.RoomFields;
import io.liaptui.ws.journal.MemoryJournal.Checkpoint;
import io.liaptui.ws.journal.RoomJournal.Claim;
import io.liaptui.ws.measure.Measures;
import io.liaptui.ws.testkit.Person;
import io.liaptui.ws.testkit.TestCluster;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The journal loses what it answered for, and the owner puts it back. */
class RestoreTest {
    private final TestCluster cluster = new TestCluster(1);
    private final AtomicInteger restored = new AtomicInteger();
    private final AtomicInteger fenced = new AtomicInteger();
    private NodeId a;
    private NodeId b;
    private Person mina;
    private RoomId room;

    @BeforeEach
    void aGame() {
        cluster.measures(new Measures() {
            @Override
            public void restored() {
                restored.incrementAndGet();
            }

            @Override
            public void fenced() {
                fenced.incrementAndGet();
            }
        });
        a = cluster.node("a");
        b = cluster.node("b");
        mina = new Person(cluster, "Mina", a);
        room = new RoomId(mina.createRoom(a));
        mina.socket().say("start_game");
        play(Duration.ofSeconds(30));
    }

    @Test
    void anEmptyJournalIsFilledAgainWhenItComesBack() {
        List<Entry> before = Logs.entries(cluster, room);
        cluster.journal().empty();
        cluster.journal().comeBack();
        cluster.time().pass(Duration.ofMillis(260));
        assertThat(restored).hasValue(1);
        assertThat(Logs.entries(cluster, room)).startsWith(before.toArray(Entry[]::new));
        assertThat(Logs.hash(cluster, room))
                .containsEntry(RoomFields.OWNER, "a")
                .containsEntry(RoomFields.HOST, "Mina")
                .containsKeys(RoomFields.CREATED, RoomFields.CREATE_ID, RoomFields.MOVES);
        play(Duration.ofMinutes(1));
        assertThat(mina.socket().events()).doesNotContain("error", "room_closed", "player_disconnected");
        mina.socket().leave();
        mina.enter(b, room.value());
        assertThat(mina.socket().phase()).as("her token proves the seat still").isNotEmpty();
    }

    @Test
    void aJournalThatWentBackIsNoticedByTheNextMove() {
        Checkpoint then = cluster.journal().checkpoint();
        play(Duration.ofSeconds(20));
        List<Entry> before = Logs.entries(cluster, room);
        cluster.journal().rewindTo(then);
        play(Duration.ofSeconds(20));
        List<Entry> after = Logs.entries(cluster, room);
        assertThat(after).startsWith(before.toArray(Entry[]::new)).hasSizeGreaterThan(before.size());
        assertThat(restored).hasPositiveValue();
        assertThat(mina.socket().events()).doesNotContain("error");
    }

    @Test
    void anIdleRoomNoticesWithinFiveSeconds() {
        Person idle = new Person(cluster, "Ida", a);
        RoomId waits = new RoomId(idle.createRoom(a));
        cluster.journal().empty();
        cluster.time().pass(Duration.ofSeconds(5));
        assertThat(Logs.hash(cluster, waits)).containsEntry(RoomFields.STATUS, "open");
    }

    @Test
    void anIdleOwnerThatWasRobbedStops() {
        Person idle = new Person(cluster, "Ida", a);
        RoomId waits = new RoomId(idle.createRoom(a));
        assertThat(cluster.rooms(a).running()).contains(waits);
        rob(waits);
        cluster.time().pass(Duration.ofSeconds(5));
        assertThat(cluster.rooms(a).running()).doesNotContain(waits);
        assertThat(fenced).hasPositiveValue();
        assertThat(idle.socket().events()).doesNotContain("error");
    }

    @Test
    void whoWasRobbedBeforeTheLossDoesNotTakeTheRoomBack() {
        Person idle = new Person(cluster, "Ida", a);
        RoomId waits = new RoomId(idle.createRoom(a));
        Checkpoint before = cluster.journal().checkpoint();
        rob(waits);
        cluster.rooms(b)
                .claim(waits, b, Long.parseLong(Logs.hash(cluster, waits).get(RoomFields.EPOCH)));
        cluster.time().settle();
        cluster.journal().rewindTo(before);
        cluster.journal().comeBack();
        cluster.time().pass(Duration.ofSeconds(6));
        assertThat(Logs.hash(cluster, waits)).containsEntry(RoomFields.OWNER, "b");
        assertThat(cluster.rooms(a).running()).doesNotContain(waits);
        assertThat(cluster.rooms(b).running()).contains(waits);
    }

    /** Another node claims a room whose owner lives. */
    private void rob(RoomId id) {
        String epoch = Logs.hash(cluster, id).getOrDefault(RoomFields.EPOCH, "");
        var claim = cluster.journal()
                .claim(
                        id,
                        b,
                        a,
                        Long.parseLong(epoch),
                        cluster.journal().schema().reads())
                .toCompletableFuture();
        cluster.time().settle();
        assertThat(claim.join()).isInstanceOf(Claim.Claimed.class);
    }

    private void play(Duration time) {
        cluster.time()
                .passUntil(
                        () -> {
                            mina.act();
                            return false;
                        },
                        time);
    }
}
