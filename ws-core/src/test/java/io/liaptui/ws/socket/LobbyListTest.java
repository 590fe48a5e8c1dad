package io.liaptui.ws.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.liaptui.common.ids.NameRules;
import io.liaptui.common.ids.NodeId;
import io.liaptui.ws.limits.ClientAddress;
import io.liaptui.ws.testkit.TestCluster;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the list of rooms costs: few rooms, few bytes, few times, however many are made and however often it is asked for. */
class LobbyListTest {
    private static final String ASK = "{\"event\":\"get_rooms\",\"data\":{}}";
    private static final String LONG = "\u6f22".repeat(NameRules.MAX_BYTES / 3);

    private final TestCluster cluster = new TestCluster(1);
    private final NodeId a = cluster.node("a");
    private int came;

    @Test
    void severalQuestionsOfOneSocketGetOneAnswer() {
        FakeSocket socket = cluster.connect(a, "lobby", "0".repeat(32));
        for (int i = 0; i < 15; i++) {
            socket.post(ASK);
        }
        cluster.time().settle();
        assertThat(lists(socket)).as("pages ask twice when they open").hasSize(2);
        cluster.time().pass(Duration.ofSeconds(1));
        assertThat(lists(socket)).as("one more for all the rest").hasSize(3);
        cluster.time().pass(Duration.ofSeconds(20));
        assertThat(lists(socket)).hasSize(3);
    }

    @Test
    void whatChangedBetweenTwoQuestionsIsInTheAnswer() {
        FakeSocket socket = cluster.connect(a, "lobby", "0".repeat(32));
        for (int i = 0; i < 3; i++) {
            socket.sayRaw(ASK);
        }
        room("Ann");
        socket.sayRaw(ASK);
        cluster.time().pass(Duration.ofSeconds(2));
        assertThat(lists(socket).getLast().path("rooms")).hasSize(1);
    }

    @Test
    void theListHasFiftyRoomsAndFewerIfTheirNamesAreLong() {
        for (int i = 0; i < 60; i++) {
            room("Ann");
        }
        assertThat(asked().path("rooms")).hasSize(50);
        for (int i = 0; i < 60; i++) {
            room(LONG);
        }
        JsonNode list = asked();
        assertThat(list.path("rooms").size()).isBetween(10, 49);
        assertThat(bytes(list)).isLessThan(49 * 1024L);
    }

    /** 1.5 MB a second, before. */
    @Test
    void whoOnlyWatchesGetsAListASecondWhileRoomsWithLongNamesAreMade() {
        for (int i = 0; i < 50; i++) {
            room(LONG);
        }
        FakeSocket idle = cluster.connect(a, "lobby", "0".repeat(32));
        idle.sayRaw(ASK);
        cluster.time().pass(Duration.ofSeconds(3));
        idle.frames().clear();
        for (int i = 0; i < 100; i++) {
            room(LONG);
            cluster.time().pass(Duration.ofMillis(100));
        }
        cluster.time().pass(Duration.ofSeconds(2));
        List<JsonNode> lists = lists(idle);
        assertThat(lists.size()).isBetween(8, 12);
        assertThat(lists.stream().mapToLong(LobbyListTest::bytes).sum()).isLessThan(600_000);
    }

    /** 30 KB of questions brought 56 MB, before. */
    @Test
    void allTheListsOfANodeShareOneBudget() {
        for (int i = 0; i < 60; i++) {
            room(LONG);
        }
        List<FakeSocket> crowd = new ArrayList<>();
        while (crowd.size() < 300) {
            crowd.add(visitor());
        }
        crowd.forEach(socket -> socket.sayRaw(ASK));
        cluster.time().pass(Duration.ofSeconds(10));
        crowd.forEach(socket -> socket.frames().clear());
        for (int second = 0; second < 20; second++) {
            crowd.forEach(socket -> socket.post(ASK));
            cluster.time().pass(Duration.ofSeconds(1));
        }
        long sent = crowd.stream()
                .flatMap(socket -> lists(socket).stream())
                .mapToLong(LobbyListTest::bytes)
                .sum();
        assertThat(sent).isLessThan(21L * 4 * 1024 * 1024 + crowd.size() * 48L * 1024);
        cluster.time().pass(Duration.ofSeconds(15));
        assertThat(crowd).allSatisfy(socket -> assertThat(lists(socket)).isNotEmpty());
    }

    private JsonNode asked() {
        FakeSocket socket = visitor();
        cluster.time().pass(Duration.ofSeconds(2));
        socket.sayRaw(ASK);
        return lists(socket).getFirst();
    }

    private void room(String host) {
        FakeSocket lobby = visitor();
        lobby.say("create_room", "player_name", '"' + host + '"');
        assertThat(lobby.events()).contains("room_created");
        lobby.leave();
    }

    /** From an address and with a browser of its own: what one of them may do is limited elsewhere. */
    private FakeSocket visitor() {
        String sid = "%032d".formatted(++came);
        ClientAddress address = new ClientAddress("10.0." + came / 250 + '.' + came % 250);
        FakeSocket socket = FakeSocket.open(cluster.running(a).sockets(), "lobby", sid, address, cluster.time());
        cluster.time().settle();
        return socket;
    }

    private static List<JsonNode> lists(FakeSocket socket) {
        return socket.frames().stream()
                .filter(frame -> frame.path("event").asText().equals("room_list_update"))
                .map(frame -> frame.path("data"))
                .toList();
    }

    private static long bytes(JsonNode list) {
        return list.toString().getBytes(StandardCharsets.UTF_8).length;
    }
}
