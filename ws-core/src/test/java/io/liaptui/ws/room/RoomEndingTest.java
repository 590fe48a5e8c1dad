package io.liaptui.ws.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.RoomFields;
import io.liaptui.ws.socket.FakeSocket;
import io.liaptui.ws.testkit.Person;
import io.liaptui.ws.testkit.TestCluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A room ends when it is kept. */
class RoomEndingTest {
    private final TestCluster cluster = new TestCluster(0);
    private final List<RoomId> asked = new ArrayList<>();
    private boolean takes;

    @Test
    void aGameIsArchivedBeforeItIsClosed() {
        RoomId room = playedAndLeft(node("a"));
        cluster.time().pass(Duration.ofMinutes(10));
        assertThat(asked).as("asked again and again").hasSizeGreaterThan(10).containsOnly(room);
        assertThat(Logs.hash(cluster, room)).containsEntry(RoomFields.STATUS, "finished");

        takes = true;
        cluster.time().pass(Duration.ofMinutes(1));
        assertThat(Logs.hash(cluster, room)).containsEntry(RoomFields.STATUS, "archived");
    }

    @Test
    void whoeverTakesAFinishedRoomOverArchivesIt() {
        NodeId a = node("a");
        RoomId room = playedAndLeft(a);
        NodeId b = node("b");
        takes = true;
        asked.clear();
        cluster.kill(a);
        cluster.rooms(b).claim(room, a, Long.parseLong(Logs.hash(cluster, room).getOrDefault(RoomFields.EPOCH, "0")));
        cluster.time().pass(Duration.ofMillis(100));
        assertThat(asked).containsExactly(room);
        assertThat(Logs.hash(cluster, room)).containsEntry(RoomFields.STATUS, "archived");
        assertThat(cluster.rooms(b).running()).isEmpty();
    }

    @Test
    void afterADayItIsClosedWithout() {
        RoomId room = playedAndLeft(node("a"));
        cluster.time().pass(Duration.ofHours(24).plusMinutes(2));
        assertThat(Logs.hash(cluster, room)).containsEntry(RoomFields.STATUS, "closed");
    }

    @Test
    void aRoomThatNeverStartedHasNothingToKeep() {
        NodeId a = node("a");
        Person ann = new Person(cluster, "Ann", a);
        RoomId room = new RoomId(ann.createRoom(a));
        ann.socket().say("leave_room");
        cluster.time().pass(Duration.ofSeconds(1));
        assertThat(asked).isEmpty();
        assertThat(Logs.hash(cluster, room)).containsEntry(RoomFields.STATUS, "closed");
        assertThat(Logs.entries(cluster, room)).isEmpty();
    }

    /** 3.2 KB for an hour each, before. */
    @Test
    void aRoomInWhichNobodyArrivesLeavesNothingButAShortTombstone() {
        NodeId a = node("a");
        FakeSocket lobby = cluster.connect(a, "lobby", "5".repeat(32));
        lobby.say("create_room", "player_name", "\"Ann\"");
        RoomId room = new RoomId(
                lobby.last("room_created").orElseThrow().path("room_id").asText());
        cluster.time().pass(Duration.ofSeconds(14));
        assertThat(Logs.hash(cluster, room)).containsEntry(RoomFields.STATUS, "open");
        cluster.time().pass(Duration.ofSeconds(2));
        assertThat(cluster.rooms(a).running()).isEmpty();
        assertThat(asked).isEmpty();
        assertThat(Logs.entries(cluster, room)).isEmpty();
        assertThat(Logs.hash(cluster, room))
                .containsOnlyKeys("owner", "epoch", "version", "status", "game", "created", "touched");
        cluster.time().pass(Duration.ofMinutes(16));
        assertThat(Logs.hash(cluster, room)).isEmpty();
    }

    @Test
    void aGameThatIsKeptNowhereIsReadableForAWhile() {
        NodeId node = cluster.node("a");
        takes = true;
        RoomId room = playedAndLeft(node);
        assertThat(Logs.hash(cluster, room)).containsEntry(RoomFields.STATUS, "closed");
        assertThat(Logs.entries(cluster, room)).hasSizeGreaterThan(10);
        cluster.time().pass(Duration.ofMinutes(30));
        assertThat(Logs.entries(cluster, room)).hasSizeGreaterThan(10);
    }

    private NodeId node(String name) {
        cluster.archive(room -> {
            asked.add(room);
            return CompletableFuture.completedStage(takes);
        });
        return cluster.node(name);
    }

    private RoomId playedAndLeft(NodeId node) {
        Person mina = new Person(cluster, "Mina", node);
        RoomId room = new RoomId(mina.createRoom(node));
        mina.socket().say("start_game");
        assertThat(cluster.time()
                        .passUntil(
                                () -> {
                                    mina.act();
                                    return mina.socket().phase().equals("game_over");
                                },
                                Duration.ofMinutes(10)))
                .isTrue();
        mina.socket().leave();
        cluster.time().pass(Duration.ofSeconds(10));
        return room;
    }
}
