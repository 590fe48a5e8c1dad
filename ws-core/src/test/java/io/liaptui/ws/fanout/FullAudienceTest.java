package io.liaptui.ws.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.ws.relay.RelayMessage;
import io.liaptui.ws.testkit.Person;
import io.liaptui.ws.testkit.TestCluster;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a full mailbox drops is fetched afterwards. */
class FullAudienceTest {
    private final TestCluster cluster = new TestCluster(1);
    private final NodeId a = cluster.node("a");
    private final NodeId b = cluster.node("b");

    @Test
    void aFloodLosesNothingForGood() {
        Person ann = new Person(cluster, "Ann", a);
        String id = ann.createRoom(a);
        ann.enter(b, id);
        cluster.time().pass(Duration.ofSeconds(1));
        RoomId room = RoomId.parse(id).orElseThrow();
        for (int i = 0; i < 3_000; i++) {
            cluster.network().relay(a).send(b, new RelayMessage.Step(room, 1, 1, 1, false, null, List.of()));
        }
        // Both while the flood waits to be heard
        ann.socket().post("{\"event\":\"remove_player\",\"data\":{\"slot_id\":4}}");
        cluster.time().pass(Duration.ofSeconds(2));
        assertThat(ann.socket()
                        .last("room_update")
                        .orElseThrow()
                        .path("players")
                        .path(3)
                        .isNull())
                .isTrue();
        assertThat(ann.socket().closeCode()).isZero();
    }
}
