package io.liaptui.ws.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.ids.NodeId;
import io.liaptui.ws.socket.FakeSocket;
import io.liaptui.ws.testkit.Person;
import io.liaptui.ws.testkit.TestCluster;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RoomFinderTest {
    private final TestCluster cluster = new TestCluster(1);
    private final NodeId a = cluster.node("a");
    private final NodeId b = cluster.node("b");

    /** The break is shorter than a round, so that no round tells of it. */
    @Test
    void nobodyIsSentHomeWhileOwnersPutBackWhatTheJournalLostInAMoment() {
        String room = new Person(cluster, "Ann", a).createRoom(a);
        cluster.journal().empty();
        cluster.journal().comeBack();
        FakeSocket early = cluster.connect(b, room, "8".repeat(32));
        early.say("client_ready", "room_id", '"' + room + '"');
        cluster.time().pass(Duration.ofSeconds(2));
        assertThat(early.events()).doesNotContain("room_not_found").contains("room_update");
    }

    @Test
    void whatNoOwnerPutsBackIsGoneInTheEnd() {
        cluster.journal().comeBack();
        FakeSocket lost = cluster.connect(b, "ABC123", "8".repeat(32));
        cluster.time().pass(Duration.ofSeconds(2));
        assertThat(lost.events()).doesNotContain("room_not_found");
        cluster.time().pass(Duration.ofSeconds(2));
        assertThat(lost.events()).contains("room_not_found");
    }
}
