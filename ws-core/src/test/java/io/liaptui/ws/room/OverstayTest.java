package io.liaptui.ws.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.RoomFields;
import io.liaptui.ws.ownership.LocalRooms.Moved;
import io.liaptui.ws.testkit.Person;
import io.liaptui.ws.testkit.TestCluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rooms that only tabs left open would keep for ever. */
class OverstayTest {
    private final TestCluster cluster = new TestCluster(0);
    private final List<RoomId> archived = new ArrayList<>();
    private NodeId a;
    private NodeId b;
    private Person mina;
    private RoomId room;

    @BeforeEach
    void aRoom() {
        cluster.archive(kept -> {
            archived.add(kept);
            return CompletableFuture.completedStage(true);
        });
        a = cluster.node("a");
        b = cluster.node("b");
        mina = new Person(cluster, "Mina", a);
        room = new RoomId(mina.createRoom(a));
    }

    @Test
    void aFinishedRoomGoesAfterTenMinutesThoughSomebodyLooksAtIt() {
        playToTheEnd();
        cluster.time().pass(Duration.ofMinutes(9));
        assertThat(status()).isEqualTo("finished");
        assertThat(archived).isEmpty();

        cluster.time().pass(Duration.ofSeconds(90));
        assertThat(archived).containsExactly(room);
        assertThat(status()).isEqualTo("archived");
        assertThat(mina.socket()
                        .last("room_closed")
                        .orElseThrow()
                        .path("reason")
                        .asText())
                .isEqualTo("game_over");
        assertThat(mina.socket().closeCode()).isEqualTo(1000);
    }

    @Test
    void theTenMinutesGoOnWhereTheRoomMoves() {
        playToTheEnd();
        cluster.time().pass(Duration.ofMinutes(9));
        handOver();
        cluster.time().pass(Duration.ofSeconds(30));
        assertThat(status()).isEqualTo("finished");
        cluster.time().pass(Duration.ofSeconds(60));
        assertThat(status()).isEqualTo("archived");
    }

    @Test
    void aRoomThatWaitsGoesWhenItsHostDoesNothingForAnHour() {
        mina.socket().say("remove_player", "slot_id", "2");
        cluster.time().pass(Duration.ofMinutes(40));
        Person ann = new Person(cluster, "Ann", b);
        ann.join(b, room.value());
        cluster.time().pass(Duration.ofMinutes(19));
        assertThat(status()).isEqualTo("open");

        cluster.time().pass(Duration.ofMinutes(2));
        assertThat(status()).as("whoever else is there").isEqualTo("closed");
        assertThat(ann.socket().last("room_closed").orElseThrow().path("reason").asText())
                .isEqualTo("idle_host");
        assertThat(List.of(mina.socket().closeCode(), ann.socket().closeCode())).containsOnly(1000);
    }

    @Test
    void aHostWhoDoesSomethingHasAnotherHour() {
        cluster.time().pass(Duration.ofMinutes(59));
        mina.socket().say("remove_player", "slot_id", "3");
        cluster.time().pass(Duration.ofMinutes(59));
        assertThat(status()).isEqualTo("open");
        cluster.time().pass(Duration.ofMinutes(2));
        assertThat(status()).isEqualTo("closed");
    }

    @Test
    void theHourGoesOnWhereTheRoomMoves() {
        cluster.time().pass(Duration.ofMinutes(50));
        handOver();
        cluster.time().pass(Duration.ofMinutes(9));
        assertThat(status()).isEqualTo("open");
        cluster.time().pass(Duration.ofMinutes(2));
        assertThat(status()).isEqualTo("closed");
    }

    @Test
    void aGameIsNeverCutShort() {
        mina.socket().say("start_game");
        cluster.time().pass(Duration.ofHours(3));
        assertThat(status()).isEqualTo("running");
    }

    private void playToTheEnd() {
        mina.socket().say("start_game");
        assertThat(cluster.time()
                        .passUntil(
                                () -> {
                                    mina.act();
                                    return mina.socket().phase().equals("game_over");
                                },
                                Duration.ofMinutes(10)))
                .isTrue();
    }

    private void handOver() {
        var moved = cluster.rooms(a).handOver(room, b).toCompletableFuture();
        cluster.time().settle();
        assertThat(moved).isCompletedWithValue(Moved.TAKEN);
    }

    private String status() {
        return Logs.hash(cluster, room).getOrDefault(RoomFields.STATUS, "");
    }
}
