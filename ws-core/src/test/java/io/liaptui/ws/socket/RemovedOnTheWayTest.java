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

/** Who is removed between {@code room_joined} and the room page hears of it there. */
class RemovedOnTheWayTest {
    private final TestCluster cluster = new TestCluster(1);
    private final NodeId a = cluster.node("a");
    private final NodeId b = cluster.node("b");
    private Person host;
    private Person ben;
    private String room;

    @BeforeEach
    void benHasASeatAndNoPageYet() {
        host = new Person(cluster, "Ann", a);
        room = host.createRoom(a);
        host.socket().say("remove_player", "slot_id", "2");
        ben = new Person(cluster, "Ben", b);
        ben.socket().say("join_room", "room_id", '"' + room + '"', "player_name", "\"Ben\"");
        ben.socket().last("room_joined").orElseThrow();
    }

    @Test
    void thePageIsTold() {
        host.socket().say("remove_player", "slot_id", "2");
        ben.enter(b, room);
        assertTold(ben.socket());
    }

    @Test
    void alsoIfTheGameHasBegunOrTheRoomHasMoved() {
        host.socket().say("remove_player", "slot_id", "2");
        host.socket().say("add_bot", "slot_id", "2");
        host.enter(b, room);
        host.socket().say("start_game");
        cluster.kill(a);
        cluster.noticeDeath(a);
        cluster.time().pass(Duration.ofSeconds(1));
        ben.enter(b, room);
        assertTold(ben.socket());
    }

    @Test
    void alsoWithATokenInsteadOfACookie() {
        FakeSocket lobby = cluster.connectModern(b, "lobby", ben.sid());
        lobby.say("join_room", "room_id", '"' + room + '"', "player_name", "\"Ben\"");
        String token =
                lobby.last("room_joined").orElseThrow().path("resume_token").asText();
        host.socket().say("remove_player", "slot_id", "2");
        FakeSocket page = cluster.connectModern(a, room, "0".repeat(32));
        page.say("client_ready", "room_id", '"' + room + '"', "resume_token", '"' + token + '"');
        assertTold(page);
    }

    @Test
    void whoComesLaterMayWatch() {
        host.socket().say("remove_player", "slot_id", "2");
        cluster.time().pass(Duration.ofSeconds(61));
        ben.enter(b, room);
        assertThat(ben.socket().events()).contains("room_update").doesNotContain("room_closed");
        assertThat(ben.socket().closeCode()).isZero();
    }

    @Test
    void othersWatchAtOnce() {
        host.socket().say("remove_player", "slot_id", "2");
        Person other = new Person(cluster, "Benno", b);
        other.enter(b, room);
        assertThat(other.socket().events()).contains("room_update").doesNotContain("room_closed");
        FakeSocket sameName = cluster.connect(b, room, "7".repeat(32));
        sameName.say("client_ready", "room_id", '"' + room + '"', "player_name", "\"Ben\"");
        assertThat(sameName.events()).contains("room_update").doesNotContain("room_closed");
    }

    @Test
    void whoTakesASeatAgainWasNotRemoved() {
        host.socket().say("remove_player", "slot_id", "2");
        ben = new Person(cluster, "Ben", b);
        ben.join(b, room);
        assertThat(ben.socket().events()).contains("room_update").doesNotContain("room_closed");
        ben.socket().leave();
        cluster.time().pass(Duration.ofSeconds(3));
        ben.enter(b, room);
        assertThat(ben.socket().events()).contains("room_update").doesNotContain("room_closed");
    }

    /** Bound while the seat was there, and heard by the room when it was not any more. */
    @Test
    void whoBindsJustBeforeComesAgainAndIsTold() {
        cluster.network().loseIf((to, envelope) -> to.equals(a) && envelope.message() instanceof RelayMessage.Attach);
        ben.enter(b, room);
        host.socket().say("remove_player", "slot_id", "2");
        cluster.network().loseIf((to, envelope) -> false);
        cluster.time().pass(Duration.ofSeconds(2));
        assertThat(ben.socket().closeCode()).isEqualTo(1013);
        ben.enter(b, room);
        assertTold(ben.socket());
        assertThat(cluster.rooms(a).running()).contains(new RoomId(room));
    }

    private static void assertTold(FakeSocket socket) {
        assertThat(socket.last("room_closed").orElseThrow().path("reason").asText())
                .isEqualTo("player_removed");
        assertThat(socket.events()).doesNotContain("room_update", "phase_change");
        assertThat(socket.closeCode()).isEqualTo(1000);
    }
}
