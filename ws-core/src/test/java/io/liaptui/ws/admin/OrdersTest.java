package io.liaptui.ws.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.admin.AdminCommand;
import io.liaptui.common.admin.AdminOutcome;
import io.liaptui.common.admin.AdminOutcome.State;
import io.liaptui.common.admin.AdminTask;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.PlayerName;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.RoomFields;
import io.liaptui.common.room.RoomStatus;
import io.liaptui.ws.bans.BanStore;
import io.liaptui.ws.bans.BanWatch;
import io.liaptui.ws.ops.Node;
import io.liaptui.ws.testkit.Person;
import io.liaptui.ws.testkit.TestCluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What commands of operators do to rooms and players. */
class OrdersTest {
    private final TestCluster cluster = new TestCluster(1);
    private final NodeId a = cluster.node("a");
    private final NodeId b = cluster.node("b");
    private final List<String> announced = new ArrayList<>();
    private final List<AdminOutcome> said = new ArrayList<>();
    private int commands;

    private Orders orders(NodeId id) {
        Node node = cluster.running(id);
        return new Orders(
                (command, outcome) -> {
                    said.add(outcome);
                    return CompletableFuture.completedStage(null);
                },
                new RoomOrders(cluster.registry(id), node.rooms(), cluster.journal()),
                new NodeOrders(node::drain, node.ownership().drain(), node.rooms()::running, message -> {
                    announced.add(message);
                    return 7;
                }),
                new PlayerOrders(
                        new BanWatch(BanStore.NONE, node.sockets().bans(), cluster.time(), () -> 0),
                        (room, seat, reason) -> seat.index() == 1 ? 1 : 0),
                new Erasure(
                        Optional.empty(),
                        List.of(),
                        (cursor, name) -> CompletableFuture.completedStage(new PastRooms.Some("0", 2, List.of())),
                        Optional.empty(),
                        cluster.time()),
                cluster.time(),
                cluster.time());
    }

    private AdminOutcome order(NodeId node, AdminTask task) {
        orders(node).accept(new AdminCommand("%016x".formatted(++commands), task));
        cluster.time().pass(Duration.ofMillis(200));
        return said.getLast();
    }

    private Person playing(NodeId node) {
        Person mina = new Person(cluster, "Mina", node);
        mina.createRoom(node);
        mina.socket().say("start_game");
        cluster.time().pass(Duration.ofSeconds(3));
        return mina;
    }

    private RoomId onlyRoom(NodeId node) {
        return cluster.rooms(node).running().iterator().next();
    }

    private Map<String, String> hash(RoomId room) {
        var found = cluster.journal().look(room).toCompletableFuture();
        cluster.time().settle();
        return found.join().orElseThrow();
    }

    @Test
    void aRoomMovesAndItsPlayersStay() {
        Person mina = playing(a);
        RoomId room = onlyRoom(a);
        int frames = mina.socket().frames().size();
        AdminOutcome outcome = order(a, new AdminTask.Move(room, b));
        assertThat(outcome.state()).isEqualTo(State.DONE);
        assertThat(outcome.detail()).isEqualTo("Room " + room + " runs on b.");
        assertThat(cluster.rooms(b).running()).containsExactly(room);
        assertThat(cluster.rooms(a).running()).isEmpty();
        assertThat(hash(room)).containsEntry(RoomFields.MOVES, "1");
        cluster.time().pass(Duration.ofSeconds(30));
        assertThat(mina.socket().closeCode()).isZero();
        assertThat(mina.socket().frames()).hasSizeGreaterThan(frames);
    }

    @Test
    void withoutADestinationItGoesToAnotherNode() {
        playing(a);
        assertThat(order(a, new AdminTask.Move(onlyRoom(a), null)).state()).isEqualTo(State.DONE);
        assertThat(cluster.rooms(b).running()).hasSize(1);
    }

    @Test
    void whatCannotMoveIsSaidAndStays() {
        playing(a);
        RoomId room = onlyRoom(a);
        assertThat(order(a, new AdminTask.Move(room, a)).detail()).isEqualTo("Room " + room + " is on a already.");
        assertThat(order(a, new AdminTask.Move(room, new NodeId("c"))).detail()).isEqualTo("Node c is not ready.");
        assertThat(order(b, new AdminTask.Move(room, a)).detail())
                .isEqualTo("Room " + room + " does not run on b any more. Ask again, if it is still there.");
        cluster.kill(b);
        assertThat(order(a, new AdminTask.Move(room, null)).detail())
                .isEqualTo("No other node is ready to take the room.");
        assertThat(said).extracting(AdminOutcome::state).containsOnly(State.FAILED);
        assertThat(cluster.rooms(a).running()).containsExactly(room);
    }

    @Test
    void aClosedGameTellsEverybodyInWordsThatEachClientKnowsAndLetsThemGo() {
        Person mina = playing(a);
        RoomId room = onlyRoom(a);
        AdminOutcome outcome = order(a, new AdminTask.Close(room));
        assertThat(outcome.state()).isEqualTo(State.DONE);
        assertThat(mina.socket()
                        .last("room_closed")
                        .orElseThrow()
                        .path("message")
                        .asText())
                .isEqualTo("The operators of this server closed the room.");
        assertThat(mina.socket().events()).containsSubsequence("room_closed", "room_not_found");
        assertThat(mina.socket().closeCode()).isEqualTo(1000);
        cluster.time().pass(Duration.ofSeconds(1));
        assertThat(hash(room)).containsEntry(RoomFields.STATUS, RoomStatus.CLOSED.text());
        assertThat(cluster.rooms(a).running()).isEmpty();
        assertThat(order(a, new AdminTask.Close(room)).state()).isEqualTo(State.FAILED);
    }

    @Test
    void aRoomThatWaitsIsClosedWithTheRoomPagesWordAlone() {
        Person mina = new Person(cluster, "Mina", a);
        mina.createRoom(a);
        assertThat(order(a, new AdminTask.Close(onlyRoom(a))).state()).isEqualTo(State.DONE);
        assertThat(mina.socket().events()).contains("room_closed").doesNotContain("room_not_found");
    }

    @Test
    void aCommandThatComesTwiceIsCarriedOutOnce() {
        Orders orders = orders(a);
        AdminCommand command = new AdminCommand("00000000000000aa", new AdminTask.Announce("Back at ten."));
        orders.accept(command);
        orders.accept(command);
        assertThat(announced).containsExactly("Back at ten.");
        assertThat(said).extracting(AdminOutcome::detail).containsExactly("Connections told: 7.");
    }

    @Test
    void aDrainSaysWhatItBeginsAndWhatCameOfIt() {
        playing(a);
        cluster.running(a)
                .onDrainOrder(() -> cluster.running(a).ownership().drain().begin());
        orders(a).accept(new AdminCommand("00000000000000bb", new AdminTask.Drain()));
        cluster.time().pass(Duration.ofSeconds(1));
        assertThat(said).extracting(AdminOutcome::state).containsExactly(State.RUNNING, State.DONE);
        assertThat(said.getLast().detail())
                .isEqualTo("Rooms given away: 1. The node sends its sockets away now, and ends.");
        assertThat(cluster.rooms(b).running()).hasSize(1);
    }

    @Test
    void aNodeWithoutHandOverSaysSo() {
        playing(a);
        assertThat(order(a, new AdminTask.Drain()).detail()).startsWith("Hand-over is off");
    }

    @Test
    void theErasuresSumIsTold() {
        AdminOutcome outcome = order(a, new AdminTask.Erase(new PlayerName("Mina")));
        assertThat(outcome.detail())
                .isEqualTo("Erased. Leaderboards: 0, games of the last hour: 2, archived games: 0."
                        + " This node has no archive.");
    }
}
