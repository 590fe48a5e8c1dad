package io.liaptui.ws.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.ws.journal.MemoryJournal;
import io.liaptui.ws.socket.FakeSocket;
import io.liaptui.ws.testkit.Person;
import io.liaptui.ws.testkit.TestCluster;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The journal loses the claim of an owner that dies in the same moment, and the owner of before has not noticed that it ever
 * lost the room: whoever saw the dead one's frames goes on with what is left.
 */
class RewoundOwnerTest {
    private final TestCluster cluster = new TestCluster(1);
    private final NodeId a = cluster.node("a");
    private final NodeId b = cluster.node("b");
    private final NodeId c = cluster.node("c");
    private FakeSocket watching;
    private MemoryJournal.Checkpoint before;

    @BeforeEach
    void aSocketHasSeenTheNewerOwner() {
        Person ann = new Person(cluster, "Ann", a);
        String room = ann.createRoom(a);
        RoomId id = new RoomId(room);
        before = cluster.journal().checkpoint();
        long[] epoch = new long[1];
        cluster.journal()
                .look(id)
                .thenAccept(
                        found -> epoch[0] = Long.parseLong(found.orElseThrow().get("epoch")));
        cluster.time().settle();
        cluster.rooms(c).claim(id, a, epoch[0]);
        cluster.time().settle();
        assertThat(cluster.rooms(c).running()).containsExactly(id);
        watching = cluster.connect(b, room, "8".repeat(32));
        watching.say("client_ready", "room_id", '"' + room + '"');
        assertThat(watching.last("room_state_update")).isPresent();
        watching.frames().clear();
    }

    @Test
    void theDeadOwnersAudienceGoesOnWithTheOlderOne() {
        cluster.kill(c);
        cluster.journal().rewindTo(before);
        cluster.time().pass(Duration.ofSeconds(12));
        assertThat(watching.last("room_state_update")).isPresent();
    }

    @Test
    void notBeforeTheNewerOneHadTimeToPutItselfBack() {
        cluster.kill(c);
        cluster.journal().rewindTo(before);
        cluster.time().pass(Duration.ofSeconds(5));
        assertThat(watching.last("room_state_update")).isEmpty();
    }
}
