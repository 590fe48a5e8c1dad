package io.liaptui.ws.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.ids.NodeId;
import io.liaptui.ws.measure.Measures;
import io.liaptui.ws.socket.FakeSocket;
import io.liaptui.ws.testkit.Person;
import io.liaptui.ws.testkit.TestCluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The receipt of a take-over: how long those waited who watched a room of a node that died. */
class FirstFrameTest {
    private final List<Duration> receipts = new ArrayList<>();

    @Test
    void countsOnceForTheAudienceOfEachRoomThatLostItsOwner() {
        TestCluster cluster = new TestCluster(1);
        cluster.measures(new Measures() {
            @Override
            public void firstFrame(Duration sinceJudged) {
                receipts.add(sinceJudged);
            }
        });
        NodeId a = cluster.node("a");
        NodeId b = cluster.node("b");
        String room = new Person(cluster, "Ann", a).createRoom(a);
        FakeSocket watching = cluster.connect(b, room, "8".repeat(32));
        watching.say("client_ready", "room_id", '"' + room + '"');
        assertThat(watching.last("room_update")).isPresent();
        assertThat(receipts).isEmpty();

        cluster.kill(a);
        cluster.time().pass(Duration.ofMillis(400));
        cluster.noticeDeath(a);
        cluster.time().pass(Duration.ofSeconds(3));

        assertThat(receipts).hasSize(1).allMatch(wait -> wait.compareTo(Duration.ofSeconds(1)) < 0);
    }
}
