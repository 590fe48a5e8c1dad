package io.liaptui.ws.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.ids.NodeId;
import io.liaptui.ws.socket.FakeSocket;
import io.liaptui.ws.testkit.Person;
import io.liaptui.ws.testkit.TestCluster;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A room moves; everybody who watches it from another node moves with it. */
class AudienceMovesTest {
    private final TestCluster cluster = new TestCluster(1);
    private final NodeId a = cluster.node("a");
    private final NodeId b = cluster.node("b");
    private final NodeId c = cluster.node("c");

    @Test
    void whoeverFindsTheNewOwnerFirstTakesTheOthersAlong() {
        Person ann = new Person(cluster, "Ann", a);
        String room = ann.createRoom(a);
        FakeSocket early = cluster.connect(b, room, "8".repeat(32));
        early.say("client_ready", "room_id", '"' + room + '"');
        assertThat(early.last("room_update")).isPresent();

        cluster.kill(a);
        cluster.noticeDeath(a, c);
        FakeSocket late = cluster.connect(b, room, "9".repeat(32));
        late.say("client_ready", "room_id", '"' + room + '"');
        cluster.time().pass(Duration.ofSeconds(1));
        cluster.noticeDeath(a, b);
        ann.enter(c, room);
        ann.socket().say("remove_player", "slot_id", "2");
        cluster.time().pass(Duration.ofSeconds(1));

        assertThat(early.last("room_update")
                        .orElseThrow()
                        .path("players")
                        .path(1)
                        .isNull())
                .isTrue();
    }
}
