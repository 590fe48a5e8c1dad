package io.liaptui.ws.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.ws.relay.RelayMessage;
import io.liaptui.ws.testkit.Person;
import io.liaptui.ws.testkit.TestCluster;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A socket that is gone holds no seat, whatever was on its way when it went. */
class ClosedSocketTest {
    private final TestCluster cluster = new TestCluster(1);
    private final NodeId a = cluster.node("a");
    private final NodeId b = cluster.node("b");
    private Person ann;
    private Person ben;
    private String room;

    @BeforeEach
    void twoPeopleInAGame() {
        ann = new Person(cluster, "Ann", a);
        room = ann.createRoom(a);
        ann.socket().say("remove_player", "slot_id", "2");
        ben = new Person(cluster, "Ben", b);
        ben.join(b, room);
    }

    @Test
    void whoGoesWhileTheSeatIsBeingProvedIsAbsent() {
        FakeSocket watcher = cluster.connect(b, room, "9".repeat(32));
        watcher.say("client_ready", "room_id", '"' + room + '"');
        ann.socket().say("start_game");
        cluster.time().pass(Duration.ofMillis(200));
        FakeSocket reload = cluster.connect(b, room, ben.sid());
        reload.post("{\"event\":\"client_ready\",\"data\":{\"player_name\":\"Ben\"}}");
        reload.vanish();
        ben.socket().leave();
        cluster.time().pass(Duration.ofSeconds(3));
        assertThat(ann.socket().last("player_disconnected")).isPresent();
    }

    @Test
    void whoGoesWhileTheOwnerIsLookedUpIsAbsent() {
        ann.socket().say("start_game");
        cluster.time().pass(Duration.ofSeconds(1));
        cluster.network()
                .relay(a)
                .send(b, RelayMessage.NotMine.unknown(RoomId.parse(room).orElseThrow()));
        cluster.time().settle();
        ben.socket().leave();
        cluster.time().pass(Duration.ofSeconds(3));
        assertThat(ann.socket().last("player_disconnected")).isPresent();
    }

    @Test
    void aLateStepOfAFormerOwnerDoesNotMisleadTheFarewell() {
        ann.socket().say("start_game");
        cluster.time().pass(Duration.ofSeconds(1));
        cluster.network()
                .relay(new NodeId("c"))
                .send(b, new RelayMessage.Step(RoomId.parse(room).orElseThrow(), 1, 7, 7, false, null, List.of()));
        cluster.time().settle();
        ben.socket().leave();
        cluster.time().pass(Duration.ofSeconds(3));
        assertThat(ann.socket().last("player_disconnected")).isPresent();
    }

    @Test
    void whoAsksAfterTheRoomIsGoneIsAnswered() {
        FakeSocket late = cluster.connect(b, room, "9".repeat(32));
        ann.socket().say("leave_room", "player_name", "\"Ann\"");
        cluster.time().pass(Duration.ofSeconds(1));
        late.say("client_ready", "room_id", '"' + room + '"');
        cluster.time().pass(Duration.ofSeconds(1));
        late.frames().clear();
        late.say("get_room_state");
        late.say("start_game");
        assertThat(late.events()).containsExactly("room_closed", "error");
    }
}
