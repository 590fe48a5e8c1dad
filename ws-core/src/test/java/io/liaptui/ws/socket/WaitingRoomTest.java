package io.liaptui.ws.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.ws.relay.RelayMessage;
import io.liaptui.ws.testkit.Person;
import io.liaptui.ws.testkit.TestCluster;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** While a room has no owner, or the journal is away or empty, players see nothing wrong and lose nothing. */
class WaitingRoomTest {
    private final TestCluster cluster = new TestCluster(1);
    private final NodeId a = cluster.node("a");
    private final NodeId b = cluster.node("b");
    private final NodeId c = cluster.node("c");
    private Person ann;
    private Person ben;
    private String room;

    @BeforeEach
    void twoPeopleInARoom() {
        ann = new Person(cluster, "Ann", a);
        room = ann.createRoom(a);
        ann.enter(b, room);
        ann.socket().say("remove_player", "slot_id", "2");
        ben = new Person(cluster, "Ben", b);
        ben.join(b, room);
        cluster.time().pass(Duration.ofSeconds(1));
    }

    @Test
    void aCommandWaitsForTheNextOwnerAndCountsOnce() {
        cluster.kill(a);
        ann.socket().frames().clear();
        ann.socket().say("remove_player", "slot_id", "4");
        cluster.time().pass(Duration.ofMillis(2500));
        assertThat(ann.socket().events()).isEmpty();
        // Nobody notices the death; that somebody wants the room is enough
        cluster.time().pass(Duration.ofSeconds(4));
        assertThat(seats(ann)).isEqualTo(3);
        assertThat(seats(ben)).isEqualTo(3);
        assertThat(ann.socket().events()).doesNotContain("error", "room_closed", "room_not_found");
    }

    @Test
    void whoComesWhileTheRoomHasNoOwnerWaits() {
        cluster.kill(a);
        ben.enter(b, room);
        cluster.time().pass(Duration.ofSeconds(2));
        assertThat(ben.socket().events()).isEmpty();
        cluster.noticeDeath(a);
        cluster.time().pass(Duration.ofSeconds(2));
        assertThat(seats(ben)).isEqualTo(4);
    }

    @Test
    void aJournalThatCameBackEmptySendsNobodyHome() {
        cluster.journal().empty();
        cluster.rounds(0);
        ben.enter(b, room);
        ann.socket().frames().clear();
        ann.socket().say("remove_player", "slot_id", "4");
        cluster.time().pass(Duration.ofSeconds(1));
        cluster.journal().comeBack();
        cluster.time().pass(Duration.ofSeconds(2));
        assertThat(ben.socket().events()).doesNotContain("room_not_found", "room_closed");
        assertThat(ann.socket().events()).doesNotContain("error", "room_closed");
        assertThat(seats(ben)).isEqualTo(3);
    }

    /** A restart may be so short that a node misses no round. */
    @Test
    void aRoomThatWasSeenIsNotTakenForGoneWhenTheJournalIsEmptyForAMoment() {
        cluster.journal().empty();
        ann.socket().frames().clear();
        cluster.network()
                .relay(a)
                .send(b, RelayMessage.NotMine.unknown(RoomId.parse(room).orElseThrow()));
        cluster.time().pass(Duration.ofSeconds(1));
        cluster.journal().comeBack();
        cluster.time().pass(Duration.ofSeconds(2));
        assertThat(ann.socket().events()).doesNotContain("room_closed");
        ben.socket().say("leave_room", "player_name", "\"Ben\"");
        assertThat(seats(ann)).isEqualTo(3);
    }

    @Test
    void aRoomWhoseEndNobodyHeardOfIsSaidToBeGone() {
        cluster.network().loseIf((to, envelope) -> to.equals(b) && !to.equals(envelope.from()));
        ann.socket().say("leave_room", "player_name", "\"Ann\"");
        cluster.time().pass(Duration.ofSeconds(3));
        assertThat(ben.socket().last("room_closed")).isPresent();
        assertThat(cluster.connect(b, room, ben.sid()).events()).containsExactly("room_not_found");
    }

    @Test
    void commandsOutlastAnOutageThatTheNodeKnowsOf() {
        cluster.isolate(b, true);
        cluster.network().loseIf((to, envelope) -> !to.equals(envelope.from()));
        ann.socket().frames().clear();
        ann.socket().say("remove_player", "slot_id", "4");
        cluster.time().pass(Duration.ofSeconds(15));
        assertThat(ann.socket().events()).isEmpty();
        cluster.network().loseIf((to, envelope) -> false);
        cluster.isolate(b, false);
        cluster.time().pass(Duration.ofSeconds(2));
        assertThat(seats(ann)).isEqualTo(3);
        assertThat(ann.socket().events()).doesNotContain("error");
    }

    @Test
    void whoGetsNoAnswerIsToldAndSeesHowThingsStand() {
        cluster.network().loseIf((to, envelope) -> envelope.message() instanceof RelayMessage.Answer);
        ann.socket().frames().clear();
        ann.socket().say("remove_player", "slot_id", "4");
        cluster.time().pass(Duration.ofSeconds(7));
        assertThat(ann.socket().last("error").orElseThrow().path("type").asText())
                .isEqualTo("unavailable");
        assertThat(seats(ann)).isEqualTo(3);
        assertThat(ann.socket().events().getLast()).isEqualTo("room_update");
    }

    @Test
    void onlyOurOwnClientsAreToldWhyNothingGoesOn() {
        FakeSocket ours = cluster.connectModern(b, room, ann.sid());
        cluster.isolate(b, true);
        assertThat(ours.last("paused").orElseThrow().path("reason").asText()).isEqualTo("storage");
        FakeSocket late = cluster.connectModern(b, "lobby", ann.sid());
        assertThat(late.events()).contains("paused");
        cluster.isolate(b, false);
        assertThat(ours.events()).contains("resumed");
        assertThat(late.events()).contains("resumed");
        assertThat(ben.socket().events()).doesNotContain("paused", "resumed");
    }

    @Test
    void aRoomThatIsGivenAwayTakesItsSocketsAlongAtOnce() {
        ann.socket().frames().clear();
        cluster.rooms(a).handOver(RoomId.parse(room).orElseThrow(), c);
        cluster.time().settle();
        ann.socket().say("remove_player", "slot_id", "4");
        cluster.time().pass(Duration.ofMillis(50));
        assertThat(cluster.rooms(c).running()).hasSize(1);
        assertThat(seats(ann)).isEqualTo(3);
        assertThat(seats(ben)).isEqualTo(3);
    }

    @Test
    void anOldHintLeadsNowhere() {
        cluster.network()
                .relay(a)
                .send(b, new RelayMessage.NotMine(RoomId.parse(room).orElseThrow(), new NodeId("elsewhere"), 1));
        cluster.time().pass(Duration.ofMillis(500));
        ann.socket().say("remove_player", "slot_id", "4");
        cluster.time().pass(Duration.ofMillis(400));
        assertThat(seats(ben)).isEqualTo(3);
    }

    private static int seats(Person person) {
        int taken = 0;
        for (var player : person.socket().last("room_update").orElseThrow().path("players")) {
            taken += player.isNull() ? 0 : 1;
        }
        return taken;
    }
}
