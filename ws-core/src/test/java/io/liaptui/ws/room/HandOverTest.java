package io.liaptui.ws.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.liaptui.common.history.Entry;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.RoomFields;
import io.liaptui.ws.ownership.LocalRooms.Moved;
import io.liaptui.ws.relay.RelayMessage;
import io.liaptui.ws.testkit.Person;
import io.liaptui.ws.testkit.TestCluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A room moves while it is played, and its players do not notice. */
class HandOverTest {
    private final TestCluster cluster = new TestCluster(1);
    private final NodeId a = cluster.node("a");
    private final NodeId b = cluster.node("b");
    private final NodeId c = cluster.node("c");
    private Person host;
    private Person mina;
    private RoomId room;

    @BeforeEach
    void aGameThatMinaIsAskedIn() {
        mina = new Person(cluster, "Mina", c);
        host = new Person(cluster, "Ann", a);
        room = new RoomId(host.createRoom(a));
        host.socket().say("remove_player", "slot_id", "2");
        mina.join(c, room.value());
        host.socket().say("start_game");
        assertThat(cluster.time()
                        .passUntil(
                                () -> {
                                    host.act();
                                    return isAsked();
                                },
                                Duration.ofMinutes(2)))
                .isTrue();
    }

    @Test
    void theSuccessorRunsItAndTheSocketsFollow() {
        int frames = mina.socket().frames().size();
        assertThat(handOver(b)).isCompletedWithValue(Moved.TAKEN);
        assertThat(cluster.rooms(b).running()).containsExactly(room);
        assertThat(cluster.rooms(a).running()).isEmpty();
        cluster.time().pass(Duration.ofMillis(250));
        assertThat(mina.socket().frames()).as("a full view from the new owner").hasSizeGreaterThan(frames);
        assertThat(Logs.hash(cluster, room))
                .containsEntry(RoomFields.OWNER, "b")
                .containsEntry(RoomFields.MOVES, "1");

        assertThat(mina.act()).isTrue();
        cluster.time().pass(Duration.ofMillis(250));
        assertThat(Logs.playedBy(cluster, room, "Mina")).containsExactly("human");
        assertThat(mina.socket().events()).doesNotContain("error", "player_disconnected");
    }

    @Test
    void theTimerGoesOnWhereItStopped() {
        assertThat(cluster.time()
                        .passUntil(
                                () -> {
                                    host.act();
                                    mina.act();
                                    return phase().equals("turn_results");
                                },
                                Duration.ofMinutes(10)))
                .isTrue();
        long began = cluster.time().now();
        cluster.time().pass(Duration.ofSeconds(3));
        handOver(b);
        assertThat(cluster.time().passUntil(() -> !phase().equals("turn_results"), Duration.ofMinutes(1)))
                .isTrue();
        assertThat(cluster.time().now() - began).isEqualTo(7_000);
    }

    @Test
    void whatIsAskedInTheMiddleOfTheMoveIsDoneOnce() {
        CompletableFuture<Moved> moved = cluster.rooms(a).handOver(room, b).toCompletableFuture();
        mina.socket().post(declare());
        cluster.time().pass(Duration.ofSeconds(1));
        assertThat(moved).isCompletedWithValue(Moved.TAKEN);
        assertThat(Logs.playedBy(cluster, room, "Mina")).containsExactly("human");
        assertThat(mina.socket().events()).doesNotContain("error");
    }

    @Test
    void aMoveThatWasStoredBeforeIsNotDoneAgainByTheSuccessor() {
        cluster.network().loseIf((to, envelope) -> envelope.message() instanceof RelayMessage.Answer);
        mina.socket().post(declare());
        cluster.time().settle();
        handOver(b);
        cluster.network().loseIf((to, envelope) -> false);
        cluster.time().pass(Duration.ofSeconds(3));
        assertThat(Logs.playedBy(cluster, room, "Mina")).containsExactly("human");
        assertThat(mina.socket().events()).doesNotContain("error");
    }

    @Test
    void theSuccessorThatDoesNotHearOfItFindsItByItself() {
        cluster.network().loseIf((to, envelope) -> envelope.message() instanceof RelayMessage.Take);
        CompletableFuture<Moved> moved = handOver(b);
        cluster.kill(a);
        assertThat(Logs.hash(cluster, room)).containsEntry(RoomFields.OWNER, "b");
        cluster.rooms(b).claim(room, b, epoch());
        cluster.time().pass(Duration.ofSeconds(4));
        assertThat(cluster.rooms(b).running()).containsExactly(room);
        assertThat(moved).isCompletedWithValue(Moved.NAMED);
        assertThat(mina.act()).isTrue();
        cluster.time().pass(Duration.ofSeconds(2));
        assertThat(Logs.playedBy(cluster, room, "Mina")).containsExactly("human");
    }

    @Test
    void theSuccessorDiesAndTheThirdTakesOver() {
        cluster.network().loseIf((to, envelope) -> envelope.message() instanceof RelayMessage.Take);
        handOver(b);
        cluster.kill(b);
        cluster.rooms(c).claim(room, b, epoch());
        cluster.time().pass(Duration.ofSeconds(2));
        assertThat(cluster.rooms(c).running()).containsExactly(room);
        assertThat(mina.act()).isTrue();
        cluster.time().pass(Duration.ofSeconds(2));
        assertThat(Logs.playedBy(cluster, room, "Mina")).containsExactly("human");
    }

    @Test
    void whoAsksTheOldOwnerIsToldTheNewOne() {
        handOver(b);
        List<RelayMessage> told = listen(c);
        cluster.rooms(a).dispatch(c, new RelayMessage.Attach(room, "x", null, 0, 0, 0));
        cluster.time().settle();
        assertThat(told).singleElement().isInstanceOfSatisfying(RelayMessage.NotMine.class, notMine -> assertThat(
                        notMine.owner())
                .isEqualTo(b));
        told.clear();
        cluster.time().pass(Duration.ofSeconds(11));
        told.clear();
        cluster.rooms(a).dispatch(c, new RelayMessage.Attach(room, "x", null, 0, 0, 0));
        cluster.time().settle();
        assertThat(told).contains(RelayMessage.NotMine.unknown(room));
    }

    @Test
    void whoAsksTheSuccessorBeforeItHasTheRoomIsServedWhenItHas() {
        cluster.network().loseIf((to, envelope) -> envelope.message() instanceof RelayMessage.Take);
        handOver(b);
        List<RelayMessage> told = new ArrayList<>();
        cluster.network().loseIf((to, envelope) -> {
            if (envelope.from().equals(b)) {
                told.add(envelope.message());
            }
            return envelope.message() instanceof RelayMessage.Take;
        });
        cluster.rooms(b).claim(room, b, epoch());
        cluster.rooms(b).dispatch(c, new RelayMessage.Attach(room, "early", null, 0, 0, 0));
        assertThat(told).isEmpty();
        cluster.time().settle();
        assertThat(told)
                .anySatisfy(message -> assertThat(message)
                        .isInstanceOfSatisfying(RelayMessage.Step.class, step -> assertThat(step.sockets())
                                .containsExactly("early")))
                .noneMatch(message -> message instanceof RelayMessage.NotMine);
    }

    @Test
    void aRoomThatIsNotHereCannotBeGivenAway() {
        var moved = cluster.rooms(b).handOver(room, c).toCompletableFuture();
        cluster.time().settle();
        assertThat(moved).isCompletedWithValue(Moved.NOT_HERE);
    }

    @Test
    void entriesOfTheWholeWayFollowOneAnother() {
        handOver(b);
        mina.act();
        cluster.time().pass(Duration.ofSeconds(1));
        cluster.rooms(b).handOver(room, c);
        cluster.time().pass(Duration.ofMinutes(1));
        assertThat(cluster.rooms(c).running()).containsExactly(room);
        List<Entry> log = Logs.entries(cluster, room);
        for (int i = 0; i < log.size(); i++) {
            assertThat(log.get(i).version()).isEqualTo(i + 1);
        }
        assertThat(log).extracting(Entry::epoch).isSorted();
        assertThat(mina.socket().events()).doesNotContain("player_disconnected");
    }

    private CompletableFuture<Moved> handOver(NodeId successor) {
        CompletableFuture<Moved> moved =
                cluster.rooms(a).handOver(room, successor).toCompletableFuture();
        cluster.time().settle();
        return moved;
    }

    /** What is sent to a node from now on. */
    private List<RelayMessage> listen(NodeId node) {
        List<RelayMessage> told = new ArrayList<>();
        cluster.network().loseIf((to, envelope) -> {
            if (to.equals(node) && envelope.from().equals(a)) {
                told.add(envelope.message());
            }
            return false;
        });
        return told;
    }

    private long epoch() {
        return Long.parseLong(Logs.hash(cluster, room).getOrDefault(RoomFields.EPOCH, "0"));
    }

    private String phase() {
        return mina.socket().phase();
    }

    private boolean isAsked() {
        JsonNode data = mina.socket().last("phase_change").orElse(null);
        return data != null
                && data.path("phase").asText().equals("declaration")
                && data.path("phase_data").path("current_declarer").asText().equals("Mina");
    }

    private static String declare() {
        return "{\"event\":\"declare\",\"data\":{\"player_name\":\"Mina\",\"value\":1}}";
    }
}
