package io.liaptui.ws.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.games.liaptui.module.LiapTuiModule;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.RoomFields;
import io.liaptui.ws.socket.FakeSocket;
import io.liaptui.ws.testkit.TestCluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** How many rooms may be made: by one address, on a node, on all. */
class RoomLimitsTest {
    private final TestCluster cluster = new TestCluster(0);
    private int count;

    @Test
    void oneAddressMakesSoManyRoomsAndNoMore() {
        NodeId node = limited(2, 0);
        assertThat(List.of(create(node, "x"), create(node, "x"), create(node, "x")))
                .containsExactly(Creation.MADE, Creation.MADE, Creation.TOO_MANY);
        assertThat(create(node, "y")).as("another address").isEqualTo(Creation.MADE);
        assertThat(List.of(create(node, ""), create(node, ""), create(node, "")))
                .as("nobody knows whose")
                .containsOnly(Creation.MADE);
    }

    @Test
    void aSocketsRoomsCountForItsAddress() {
        NodeId node = limited(2, 0);
        FakeSocket lobby = cluster.connect(node, "lobby", "7".repeat(32));
        for (int i = 0; i < 3; i++) {
            lobby.say("create_room", "player_name", "\"Ann\"");
        }
        assertThat(lobby.events().stream().filter("room_created"::equals)).hasSize(2);
        assertThat(lobby.last("error").orElseThrow().path("message").asText()).contains("from your network");
        assertThat(Logs.hash(cluster, cluster.rooms(node).running().iterator().next()))
                .as("not the address itself")
                .hasEntrySatisfying(RoomFields.MAKER, maker -> assertThat(maker).matches("[0-9a-f]{12}"));
    }

    @Test
    void roomsThatAreBeingMadeCount() {
        NodeId node = limited(3, 0);
        List<CompletableFuture<Creation>> burst = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            burst.add(begin(node, "x"));
        }
        cluster.time().settle();
        assertThat(burst.stream().map(CompletableFuture::join).filter(Creation.MADE::equals))
                .hasSize(3);
        assertThat(cluster.rooms(node).running()).hasSize(3);
    }

    @Test
    void aRoomThatIsGoneCountsNoMore() {
        NodeId node = limited(1, 0);
        assertThat(create(node, "x")).isEqualTo(Creation.MADE);
        assertThat(create(node, "x")).isEqualTo(Creation.TOO_MANY);
        cluster.time().pass(Duration.ofSeconds(16));
        assertThat(cluster.rooms(node).running()).as("nobody came").isEmpty();
        assertThat(create(node, "x")).isEqualTo(Creation.MADE);
    }

    @Test
    void whoMadeARoomIsKnownWhereItMoves() {
        NodeId a = limited(1, 0);
        NodeId b = cluster.node("b");
        assertThat(create(a, "x")).isEqualTo(Creation.MADE);
        RoomId room = cluster.rooms(a).running().iterator().next();
        assertThat(Logs.hash(cluster, room)).containsEntry(RoomFields.MAKER, "x");
        cluster.rooms(a).handOver(room, b);
        cluster.time().settle();
        assertThat(cluster.rooms(b).running()).containsExactly(room);
        assertThat(create(b, "x")).isEqualTo(Creation.TOO_MANY);
        assertThat(create(a, "x")).isEqualTo(Creation.MADE);
    }

    @Test
    void aNodeWithAllTheRoomsItShouldHaveGivesTheNextOneAway() {
        NodeId a = limited(0, 0);
        NodeId b = cluster.node("b");
        cluster.capacity(2);
        assertThat(List.of(create(a, "x"), create(a, "x"), create(a, "x"))).containsOnly(Creation.MADE);
        assertThat(cluster.rooms(a).running()).hasSize(2);
        assertThat(cluster.rooms(b).running()).hasSize(1);
    }

    @Test
    void aFullServerSaysSoAndTakesRoomsAgainWhenOneIsGone() {
        NodeId a = limited(0, 0);
        NodeId b = cluster.node("b");
        cluster.capacity(2);
        for (int i = 0; i < 4; i++) {
            assertThat(create(i % 2 == 0 ? a : b, "x")).isEqualTo(Creation.MADE);
        }
        FakeSocket lobby = cluster.connect(a, "lobby", "7".repeat(32));
        lobby.say("get_rooms");
        assertThat(lobby.last("room_list_update").orElseThrow().path("notice").asText())
                .contains("full");
        lobby.say("create_room", "player_name", "\"Ann\"");
        assertThat(lobby.last("error").orElseThrow().path("type").asText()).isEqualTo("room_creation_error");
        assertThat(lobby.last("error").orElseThrow().path("message").asText()).contains("The server is full");
        assertThat(lobby.events()).doesNotContain("room_created");

        cluster.time().pass(Duration.ofSeconds(20));
        lobby.say("create_room", "player_name", "\"Ann\"");
        assertThat(lobby.events()).contains("room_created");
        lobby.say("get_rooms");
        assertThat(lobby.last("room_list_update").orElseThrow().has("notice")).isFalse();
    }

    @Test
    void theFleetMayHaveALimitOfItsOwn() {
        NodeId a = limited(0, 3);
        NodeId b = cluster.node("b");
        assertThat(List.of(create(a, "x"), create(b, "y"), create(a, "z"), create(b, "w"), create(a, "v")))
                .containsExactly(Creation.MADE, Creation.MADE, Creation.MADE, Creation.FULL, Creation.FULL);
    }

    private NodeId limited(int perAddress, int fleet) {
        cluster.limits(new RoomSettings.Limits(perAddress, fleet));
        return cluster.node("a");
    }

    private Creation create(NodeId node, String maker) {
        CompletableFuture<Creation> made = begin(node, maker);
        cluster.time().settle();
        return made.join();
    }

    private CompletableFuture<Creation> begin(NodeId node, String maker) {
        RoomId id = new RoomId("R" + count++);
        return cluster.rooms(node)
                .create(new LiapTuiModule(), id, "Ann", "hash", maker)
                .toCompletableFuture();
    }
}
