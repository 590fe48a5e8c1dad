package io.liaptui.ws.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.RoomFields;
import io.liaptui.ws.ownership.LocalRooms.Moved;
import io.liaptui.ws.testkit.Person;
import io.liaptui.ws.testkit.TestCluster;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A room that changes its node goes on waiting where it stopped: for people who are away, for decisions, for bots. */
class WaitsGoOnTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private final TestCluster cluster = new TestCluster(1, Optional.of(LIMIT));
    private final NodeId a = cluster.node("a");
    private final NodeId b = cluster.node("b");
    private final NodeId c = cluster.node("c");
    private Person mina;
    private Person ann;
    private RoomId room;

    @BeforeEach
    void aGameThatMinaIsAskedIn() {
        ann = new Person(cluster, "Ann", a);
        mina = new Person(cluster, "Mina", c);
        room = new RoomId(ann.createRoom(a));
        ann.socket().say("remove_player", "slot_id", "2");
        mina.join(c, room.value());
        // Both sockets are at a node that lives on, the room is elsewhere
        ann.enter(c, room.value());
        cluster.time().pass(Duration.ofSeconds(1));
        ann.socket().say("start_game");
        assertThat(cluster.time()
                        .passUntil(
                                () -> {
                                    ann.act();
                                    return isAsked(mina);
                                },
                                Duration.ofMinutes(2)))
                .isTrue();
    }

    @Test
    void theTurnLimitGoesOnAfterAHandOver() {
        cluster.time().pass(Duration.ofSeconds(15));
        handOver(b);
        cluster.time().pass(Duration.ofMillis(4_700));
        assertThat(isAsked(mina)).as("5 s were left").isTrue();
        cluster.time().pass(Duration.ofMillis(600));
        assertThat(Logs.playedBy(cluster, room, "Mina")).containsExactly("turn-limit");
    }

    @Test
    void theTurnLimitGoesOnAfterSeveralHandOvers() {
        for (int i = 0; i < 4; i++) {
            cluster.time().pass(Duration.ofSeconds(4));
            handOver(i % 2 == 0 ? b : a);
        }
        cluster.time().pass(Duration.ofMillis(3_700));
        assertThat(isAsked(mina)).isTrue();
        cluster.time().pass(Duration.ofMillis(600));
        assertThat(Logs.playedBy(cluster, room, "Mina")).containsExactly("turn-limit");
    }

    /** What was stored after her time began says how much of it had passed; what passed since then is given again. */
    @Test
    void afterACrashTheTurnLimitGoesOnWhereTheNewestEntryStands() {
        cluster.time().pass(Duration.ofSeconds(12));
        ann.socket().leave();
        cluster.time().pass(Duration.ofSeconds(2));
        assertThat(Logs.entries(cluster, room).getLast().more())
                .as("Ann went after 13.5 s")
                .hasEntrySatisfying("lim", limits -> assertThat(limits).matches("\\{\"\\d\":6[45]\\d\\d}"));
        takeOver();
        cluster.time().pass(Duration.ofMillis(6_200));
        assertThat(isAsked(mina)).isTrue();
        cluster.time().pass(Duration.ofMillis(600));
        assertThat(Logs.playedBy(cluster, room, "Mina")).containsExactly("turn-limit");
    }

    @Test
    void thePatienceWithSomebodyWhoIsAwayGoesOnAfterAHandOver() {
        Duration grace = Duration.ofMillis(1_500);
        mina.socket().leave();
        cluster.time().pass(grace.minusMillis(1_200));
        handOver(b);
        cluster.time().pass(Duration.ofMillis(1_000));
        assertThat(isAway("Mina")).isFalse();
        cluster.time().pass(Duration.ofMillis(400));
        assertThat(isAway("Mina")).as("not 5 s anew").isTrue();
    }

    /** Her socket may have asked the node that the room just left. */
    @Test
    void whoComesBackWhileTheRoomMovesIsNotTooLate() {
        mina.socket().leave();
        cluster.time().pass(Duration.ofMillis(1_400));
        handOver(b);
        cluster.time().pass(Duration.ofMillis(600));
        mina.enter(c, room.value());
        cluster.time().pass(Duration.ofSeconds(10));
        assertThat(ann.socket().events()).doesNotContain("player_disconnected");
    }

    @Test
    void afterACrashWhoeverIsMissedHasTheFullTimeToCome() {
        mina.socket().leave();
        cluster.time().pass(Duration.ofMillis(300));
        handOver(b);
        takeOver();
        cluster.time().pass(Duration.ofMillis(4_800));
        assertThat(isAway("Mina")).isFalse();
        cluster.time().pass(Duration.ofMillis(400));
        assertThat(isAway("Mina")).isTrue();
    }

    @Test
    void aRoomThatEverybodyLeftIsGivenUpWhenItWouldHaveBeen() {
        mina.socket().leave();
        ann.socket().leave();
        cluster.time().pass(Duration.ofSeconds(20));
        handOver(b);
        cluster.time().pass(Duration.ofMillis(9_500));
        assertThat(Logs.hash(cluster, room)).containsEntry(RoomFields.STATUS, "running");
        cluster.time().pass(Duration.ofSeconds(1));
        assertThat(Logs.hash(cluster, room).get(RoomFields.STATUS)).isIn("closed", "archived");
    }

    private void handOver(NodeId successor) {
        NodeId owner = owner();
        var moved = cluster.rooms(owner).handOver(room, successor).toCompletableFuture();
        cluster.time().settle();
        assertThat(moved).isCompletedWithValue(Moved.TAKEN);
    }

    /** The owner dies, and a survivor takes the room. */
    private void takeOver() {
        NodeId dead = owner();
        cluster.kill(dead);
        cluster.noticeDeath(dead);
        assertThat(owner()).isNotEqualTo(dead);
    }

    private NodeId owner() {
        return new NodeId(Logs.hash(cluster, room).get(RoomFields.OWNER));
    }

    private boolean isAway(String name) {
        return ann.socket().last("player_disconnected").stream()
                .anyMatch(data -> data.path("player_name").asText().equals(name));
    }

    private static boolean isAsked(Person person) {
        return person.socket()
                .last("phase_change")
                .filter(data -> data.path("phase").asText().equals("declaration"))
                .map(data -> data.path("phase_data").path("current_declarer").asText())
                .filter(person.name()::equals)
                .isPresent();
    }
}
