package io.liaptui.ws.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.liaptui.common.ids.NodeId;
import io.liaptui.ws.testkit.Person;
import io.liaptui.ws.testkit.TestCluster;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Seats that change hands before the game: what was said for the last player has no effect on the next one. */
class ChangingSeatsTest {
    private final TestCluster cluster = new TestCluster(1);
    private final NodeId a = cluster.node("a");
    private final NodeId b = cluster.node("b");
    private Person host;
    private String room;

    @BeforeEach
    void aRoomWithOneFreeSeat() {
        host = new Person(cluster, "Ann", a);
        room = host.createRoom(a);
        host.socket().say("remove_player", "slot_id", "2");
    }

    @Test
    void theGraceOfARemovedPlayerDoesNotCostTheNextOneTheSeat() {
        Person ben = new Person(cluster, "Ben", b);
        ben.join(b, room);
        ben.socket().leave();
        cluster.time().pass(Duration.ofSeconds(1));
        host.socket().say("remove_player", "slot_id", "2");
        joinOnly("Cem");
        cluster.time().pass(Duration.ofSeconds(5));
        assertThat(nameOnSeat2()).isEqualTo("Cem");
    }

    @Test
    void whoNeverCameDoesNotCostTheNextOneTheSeat() {
        joinOnly("Ben");
        cluster.time().pass(Duration.ofSeconds(10));
        host.socket().say("remove_player", "slot_id", "2");
        joinOnly("Cem");
        cluster.time().pass(Duration.ofSeconds(10));
        assertThat(nameOnSeat2()).isEqualTo("Cem");
        cluster.time().pass(Duration.ofSeconds(6));
        assertThat(nameOnSeat2()).isEmpty();
    }

    @Test
    void whoLeftCannotActForTheNextOneOnTheSeat() {
        Person ben = new Person(cluster, "Ben", b);
        ben.join(b, room);
        FakeSocket old = ben.socket();
        old.say("leave_room", "player_name", "\"Ben\"");
        joinOnly("Cem");
        old.say("leave_room", "player_name", "\"Ben\"");
        assertThat(nameOnSeat2()).isEqualTo("Cem");
    }

    @Test
    void whoLeftDoesNotSeeTheHandOfTheNextOneOnTheSeat() {
        Person ben = new Person(cluster, "Ben", b);
        ben.join(b, room);
        FakeSocket old = ben.socket();
        old.say("leave_room", "player_name", "\"Ben\"");
        joinOnly("Cem");
        host.socket().say("start_game");
        cluster.time().pass(Duration.ofSeconds(1));
        old.say("request_state_sync");
        cluster.time().pass(Duration.ofSeconds(1));
        for (JsonNode frame : old.frames()) {
            assertThat(frame.path("data").path("players").path("Cem").path("hand"))
                    .isEmpty();
        }
    }

    @Test
    void whoeverLeavesIsToldAndTheSocketIsClosedForGood() {
        Person ben = new Person(cluster, "Ben", b);
        ben.join(b, room);
        ben.socket().say("leave_room", "player_name", "\"Ben\"");
        assertThat(ben.socket().events()).contains("player_left");
        assertThat(ben.socket().closeCode()).isEqualTo(1000);
        cluster.time().pass(Duration.ofSeconds(1));
        assertThat(nameOnSeat2()).isEmpty();
    }

    @Test
    void oneSocketThatTakesASecondSeatGivesUpTheFirst() {
        Person ben = new Person(cluster, "Ben", b);
        ben.join(b, room);
        ben.socket().say("client_ready", "room_id", '"' + room + '"', "player_name", "\"Nobody\"");
        cluster.time().pass(Duration.ofSeconds(3));
        assertThat(nameOnSeat2()).isEmpty();
    }

    @Test
    void whoIsReadyTwiceKeepsTheSeat() {
        Person ben = new Person(cluster, "Ben", b);
        ben.join(b, room);
        ben.socket().say("client_ready", "room_id", '"' + room + '"', "player_name", "\"Ben\"");
        cluster.time().pass(Duration.ofSeconds(3));
        assertThat(nameOnSeat2()).isEqualTo("Ben");
        assertThat(ben.socket().closeCode()).isZero();
    }

    @Test
    void whoLeftComesBackThroughTheLobby() {
        Person ben = new Person(cluster, "Ben", b);
        ben.join(b, room);
        ben.socket().say("leave_room", "player_name", "\"Ben\"");
        Person again = new Person(cluster, "Ben", a);
        again.join(a, room);
        cluster.time().pass(Duration.ofSeconds(20));
        assertThat(nameOnSeat2()).isEqualTo("Ben");
        assertThat(again.socket().closeCode()).isZero();
    }

    private void joinOnly(String name) {
        Person person = new Person(cluster, name, b);
        person.socket().say("join_room", "room_id", '"' + room + '"', "player_name", '"' + name + '"');
        assertThat(person.socket().last("room_joined")).isPresent();
    }

    private String nameOnSeat2() {
        return host.socket()
                .last("room_update")
                .orElseThrow()
                .path("players")
                .path(1)
                .path("name")
                .asText();
    }
}
