package io.liaptui.ws.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.liaptui.common.ids.NodeId;
import io.liaptui.ws.relay.RelayMessage;
import io.liaptui.ws.testkit.Person;
import io.liaptui.ws.testkit.TestCluster;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our own client is told which command an error answers; an error that answers none says so by having no number. */
class ErrorRepliesTest {
    private final TestCluster cluster = new TestCluster(1);
    private final NodeId a = cluster.node("a");
    private final NodeId b = cluster.node("b");
    private Person host;
    private String room;

    @BeforeEach
    void aRoom() {
        host = new Person(cluster, "Ann", a);
        room = host.createRoom(a);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "declare       | {\"player_name\":\"Ben\",\"value\":1}",
                "declare       | {\"player_name\":\"Ann\",\"value\":1}",
                "leave_room    | {\"player_name\":\"Ben\"}",
                "add_bot       | {\"slot_id\":1}",
                "add_bot       | {\"slot_id\":9}",
                "dance         | {}",
                "create_room   | {\"player_name\":\"Ann\"}",
                "remove_player | {\"slot_id\":1}"
            })
    void whatIsRefusedInARoomIsNumberedAndDoneWith(String event, String data) {
        FakeSocket socket = enter();
        socket.sayRaw(command(event, data, 7));
        assertThat(socket.events()).containsExactly("error", "ack");
        assertThat(socket.frames().getFirst().path("command").asInt()).isEqualTo(7);
        assertThat(socket.last("ack").orElseThrow().path("command").asInt()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "create_room | {\"player_name\":\"42\"}",
                "join_room   | {\"player_name\":\"Ben\",\"room_id\":\"FFFFFF\"}",
                "join_room   | {\"player_name\":\"Ben\",\"room_id\":\"?\"}",
                "join_room   | {\"player_name\":\"Ben\"}"
            })
    void whatIsRefusedInTheLobbyToo(String event, String data) {
        FakeSocket lobby = cluster.connectModern(b, "lobby", "1".repeat(32));
        lobby.sayRaw(command(event, data, 3));
        assertThat(lobby.events()).containsExactly("error", "ack");
        assertThat(lobby.frames().getFirst().path("command").asInt()).isEqualTo(3);
    }

    @Test
    void whatIsDoneInTheLobbyIsAcknowledged() {
        FakeSocket lobby = cluster.connectModern(b, "lobby", "1".repeat(32));
        lobby.sayRaw(command("create_room", "{\"player_name\":\"Mia\"}", 1));
        assertThat(lobby.events()).startsWith("room_created", "ack");
        host.socket().say("remove_player", "slot_id", "2");
        lobby.frames().clear();
        lobby.sayRaw(command("join_room", "{\"player_name\":\"Mia\",\"room_id\":\"" + room + "\"}", 2));
        assertThat(lobby.events()).startsWith("room_joined", "ack");
    }

    @Test
    void anErrorThatAnswersNothingHasNoNumber() {
        FakeSocket socket = enter();
        socket.sayRaw("{\"event\":\"add_bot\",\"data\":{\"slot_id\":1}}");
        socket.sayRaw("{");
        assertThat(socket.events()).containsExactly("error", "error");
        assertThat(socket.frames()).noneMatch(frame -> frame.has("command"));
    }

    @Test
    void theOneThatMayHaveBeenDoneIsNumberedAndNotAcknowledged() {
        FakeSocket socket = enter();
        cluster.network().loseIf((to, envelope) -> envelope.message() instanceof RelayMessage.Answer);
        socket.sayRaw(command("remove_player", "{\"slot_id\":4}", 5));
        cluster.time().pass(Duration.ofSeconds(7));
        JsonNode error = socket.frames().stream()
                .filter(frame -> frame.path("event").asText().equals("error"))
                .findFirst()
                .orElseThrow();
        assertThat(error.path("data").path("type").asText()).isEqualTo("unavailable");
        assertThat(error.path("command").asInt()).isEqualTo(5);
        assertThat(socket.events()).doesNotContain("ack");
    }

    @Test
    void whoIsTooFastIsToldWhichOneWasTooMany() {
        FakeSocket socket = enter();
        IntStream.rangeClosed(1, 40).forEach(number -> socket.sayRaw(command("start_game", "{\"x\":1}", number)));
        JsonNode limited = socket.frames().stream()
                .filter(frame -> frame.path("data").path("type").asText().equals("rate_limited"))
                .findFirst()
                .orElseThrow();
        assertThat(limited.path("command").asInt()).isPositive();
    }

    @Test
    void theExistingClientSeesNoNumbers() {
        host.socket().frames().clear();
        host.socket().sayRaw(command("add_bot", "{\"slot_id\":1}", 7));
        assertThat(host.socket().frames()).hasSize(1).allSatisfy(frame -> assertThat(frame.properties())
                .extracting(java.util.Map.Entry::getKey)
                .containsExactly("event", "data"));
    }

    @Test
    void aRoomThatIsGoneAcknowledgesToo() {
        FakeSocket socket = enter();
        socket.say("leave_room", "player_name", "\"Ann\"");
        cluster.time().pass(Duration.ofSeconds(1));
        FakeSocket late = cluster.connectModern(b, room, host.sid());
        late.frames().clear();
        late.sayRaw(command("start_game", "{}", 4));
        assertThat(late.events()).containsExactly("error", "ack");
        assertThat(socket.closeCode()).isEqualTo(1000);
    }

    /** As the host, on another socket of the same seat. */
    private FakeSocket enter() {
        FakeSocket socket = cluster.connectModern(b, room, host.sid());
        socket.say("client_ready", "room_id", '"' + room + '"', "player_name", "\"Ann\"", "session", "\"session-1\"");
        socket.frames().clear();
        return socket;
    }

    private static String command(String event, String data, int number) {
        return "{\"event\":\"" + event.strip() + "\",\"command\":" + number + ",\"data\":" + data + "}";
    }
}
