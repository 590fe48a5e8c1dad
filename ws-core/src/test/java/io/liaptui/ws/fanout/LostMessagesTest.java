package io.liaptui.ws.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.ids.NodeId;
import io.liaptui.ws.relay.RelayMessage;
import io.liaptui.ws.socket.FakeSocket;
import io.liaptui.ws.testkit.Person;
import io.liaptui.ws.testkit.TestCluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever one message between nodes is lost, every socket sees the newest frame soon, and no ghost sits on a seat. */
class LostMessagesTest {
    private static final Duration NOTICED = Duration.ofMillis(1500);

    private final TestCluster cluster = new TestCluster(1);
    private final NodeId a = cluster.node("a");
    private final NodeId b = cluster.node("b");
    private Person ann;
    private Person ben;
    private String room;

    @BeforeEach
    void twoPeopleInARoom() {
        ann = new Person(cluster, "Ann", a);
        room = ann.createRoom(a);
        ann.socket().say("remove_player", "slot_id", "2");
        ben = new Person(cluster, "Ben", b);
        ben.join(b, room);
    }

    @Test
    void theLastFrameBeforeEverybodyThinksIsSeen() {
        loseOne(message -> message instanceof RelayMessage.Step);
        ann.socket().say("remove_player", "slot_id", "4");
        assertThat(seats(ben.socket())).isEqualTo(4);
        cluster.time().pass(NOTICED);
        assertThat(seats(ben.socket())).isEqualTo(3);
    }

    @Test
    void whoMissedOneGetsThatOneAndNothingElse() {
        cluster.time().pass(Duration.ofSeconds(1));
        ben.socket().frames().clear();
        loseOne(message -> message instanceof RelayMessage.Step);
        ann.socket().say("remove_player", "slot_id", "4");
        ann.socket().say("add_bot", "slot_id", "4");
        cluster.time().pass(NOTICED);
        assertThat(ben.socket().events()).containsExactly("room_update", "room_update");
        assertThat(seats(ben.socket())).isEqualTo(4);
    }

    @Test
    void aSocketThatWentUnheardHoldsNoSeat() {
        loseOne(message -> message instanceof RelayMessage.Detach);
        ben.socket().leave();
        cluster.time().pass(NOTICED.plusSeconds(2));
        assertThat(seats(ann.socket())).isEqualTo(3);
    }

    @Test
    void aSocketThatWentUnheardHoldsNoSeatWhileOthersWatchFromItsNode() {
        FakeSocket watcher = watch(b);
        loseOne(message -> message instanceof RelayMessage.Detach);
        ben.socket().leave();
        cluster.time().pass(NOTICED.plusSeconds(2));
        assertThat(seats(ann.socket())).isEqualTo(3);
        assertThat(seats(watcher)).isEqualTo(3);
        assertThat(watcher.closeCode()).isZero();
    }

    @Test
    void aLostKickIsRepeated() {
        watch(b);
        loseOne(message -> message instanceof RelayMessage.Kick);
        ben.socket().say("leave_room", "player_name", "\"Ben\"");
        assertThat(ben.socket().closeCode()).isZero();
        cluster.time().pass(NOTICED);
        assertThat(ben.socket().closeCode()).isEqualTo(1000);
        cluster.time().pass(Duration.ofSeconds(3));
        assertThat(seats(ann.socket())).isEqualTo(3);
    }

    @Test
    void anOlderSocketIsClosedThoughItsKickIsLost() {
        loseOne(message -> message instanceof RelayMessage.Kick);
        FakeSocket older = ben.socket();
        ben.enter(a, room);
        assertThat(older.closeCode()).isZero();
        cluster.time().pass(Duration.ofSeconds(3));
        assertThat(older.closeCode()).isEqualTo(1000);
        assertThat(ben.socket().closeCode()).isZero();
    }

    /** A node that the others took for dead wakes: nobody sends it anything any more. */
    @Test
    void aNodeThatWasForgottenGetsItsFramesAgain() {
        AtomicBoolean cut = new AtomicBoolean(true);
        cluster.network().loseIf((to, envelope) -> cut.get() && !to.equals(envelope.from()));
        cluster.noticeDeath(b, a);
        cluster.time().pass(Duration.ofSeconds(3));
        ann.socket().say("remove_player", "slot_id", "4");
        cut.set(false);
        cluster.time().pass(NOTICED);
        assertThat(seats(ben.socket())).isEqualTo(3);
        cluster.time().pass(Duration.ofSeconds(10));
        assertThat(seats(ann.socket())).as("Ben has not left").isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void withOnePercentOfEverythingLostAllSeeTheEnd(long seed) {
        List<FakeSocket> sockets = new ArrayList<>(List.of(ann.socket(), ben.socket(), watch(a), watch(b)));
        Random luck = new Random(seed);
        cluster.network().loseIf((to, envelope) -> luck.nextInt(100) == 0);
        ann.socket().say("start_game");
        for (int i = 0; i < 600; i++) {
            cluster.time().pass(Duration.ofMillis(500));
            ann.act();
            ben.act();
        }
        cluster.network().loseIf((to, envelope) -> false);
        cluster.time().pass(Duration.ofSeconds(3));
        assertThat(ann.socket().last("phase_change")).isPresent();
        assertThat(sockets).allSatisfy(socket -> {
            assertThat(socket.closeCode()).isZero();
            assertThat(socket.last("phase_change").orElseThrow().path("sequence"))
                    .isEqualTo(ann.socket().last("phase_change").orElseThrow().path("sequence"));
            assertThat(socket.phase()).isEqualTo(ann.socket().phase());
        });
    }

    private FakeSocket watch(NodeId node) {
        FakeSocket watcher = cluster.connect(node, room, "9".repeat(32));
        watcher.say("client_ready", "room_id", '"' + room + '"');
        return watcher;
    }

    private void loseOne(Predicate<RelayMessage> which) {
        AtomicBoolean lost = new AtomicBoolean();
        cluster.network()
                .loseIf((to, envelope) -> !to.equals(envelope.from())
                        && which.test(envelope.message())
                        && lost.compareAndSet(false, true));
    }

    private static int seats(FakeSocket socket) {
        int taken = 0;
        for (var player : socket.last("room_update").orElseThrow().path("players")) {
            taken += player.isNull() ? 0 : 1;
        }
        return taken;
    }
}
