package io.liaptui.ws.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.ids.NodeId;
import io.liaptui.ws.testkit.Person;
import io.liaptui.ws.testkit.TestCluster;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A message that names another player is refused, whatever it asks. */
class SpeakingForOthersTest {
    private final TestCluster cluster = new TestCluster(1);
    private final NodeId a = cluster.node("a");
    private final NodeId b = cluster.node("b");
    private Person cleo;
    private Person dan;
    private String room;

    @BeforeEach
    void twoPeopleInARoom() {
        cleo = new Person(cluster, "Cleo", a);
        room = cleo.createRoom(a);
        cleo.socket().say("remove_player", "slot_id", "2");
        dan = new Person(cluster, "Dan", b);
        dan.join(b, room);
    }

    @ParameterizedTest
    @ValueSource(strings = {"leave_room", "leave_game"})
    void nobodyLeaves(String event) {
        dan.socket().frames().clear();
        dan.socket().say(event, "player_name", "\"Cleo\"");
        assertRefused(dan);
        assertThat(dan.socket().closeCode()).isZero();
        assertThat(cleo.socket().closeCode()).isZero();
        cluster.time().pass(Duration.ofSeconds(5));
        assertThat(seats()).contains("Cleo", "Dan");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "start_game",
                "get_room_state",
                "request_state_sync",
                "ack",
                "get_rooms",
                "declare",
                "play_pieces",
                "start_next_round",
                "request_redeal",
                "player_ready"
            })
    void whateverItAsks(String event) {
        cleo.socket().frames().clear();
        cleo.socket().say(event, "player_name", "\"Dan\"", "value", "1", "indices", "[1]");
        assertRefused(cleo);
        assertThat(dan.socket().events()).doesNotContain("game_started");
    }

    @ParameterizedTest
    @ValueSource(strings = {"add_bot", "remove_player"})
    void theHostNamesASlotAndHimself(String event) {
        cleo.socket().frames().clear();
        cleo.socket().say(event, "player_name", "\"Dan\"", "slot_id", "2");
        assertRefused(cleo);
        assertThat(seats()).contains("Dan");
        cleo.socket().say("remove_player", "player_name", "\"Cleo\"", "slot_id", "2");
        assertThat(seats()).doesNotContain("Dan");
    }

    @Test
    void whoNamesHimselfOrNobodyIsHeard() {
        dan.socket().say("leave_room");
        assertThat(dan.socket().events()).contains("player_left");
        cleo.socket().say("leave_room", "player_name", "\" Cleo \"");
        assertThat(cleo.socket().events()).contains("player_left");
    }

    @Test
    void somebodyWithoutASeatActsForNobody() {
        FakeSocket watcher = cluster.connect(b, room, "f".repeat(32));
        watcher.say("client_ready", "room_id", '"' + room + '"', "player_name", "\"Cleo\"");
        watcher.frames().clear();
        for (String event : List.of("leave_room", "leave_game", "start_game", "remove_player")) {
            watcher.say(event, "player_name", "\"Cleo\"", "slot_id", "2");
        }
        assertThat(watcher.events()).containsExactly("error", "error", "error", "error");
        cluster.time().pass(Duration.ofSeconds(5));
        assertThat(seats()).contains("Cleo", "Dan");
    }

    private void assertRefused(Person person) {
        assertThat(person.socket().events()).containsExactly("error");
        assertThat(person.socket().last("error").orElseThrow().path("type").asText())
                .isEqualTo("permission_denied");
    }

    private List<String> seats() {
        List<String> names = new java.util.ArrayList<>();
        cleo.socket().say("get_room_state");
        cleo.socket()
                .last("room_update")
                .orElseThrow()
                .path("players")
                .forEach(player -> names.add(player.path("name").asText()));
        return names;
    }
}
