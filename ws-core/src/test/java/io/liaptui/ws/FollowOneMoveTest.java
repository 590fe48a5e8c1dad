package io.liaptui.ws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.RoomFields;
import io.liaptui.ws.testkit.Person;
import io.liaptui.ws.testkit.TestCluster;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * One move from left to right, to read the code by: {@code Session} reads it, {@code Courier} carries it to the owner,
 * {@code RoomDesk} and {@code RoomCommands} decide it, {@code Scribe} writes the entry, {@code Room} appends it and only
 * then {@code RoomOut} sends the step, which the other node's {@code Audience} passes to its socket.
 */
class FollowOneMoveTest {
    @Test
    void fromOneNodesSocketThroughTheJournalToTheOtherNodesSocket() {
        TestCluster cluster = new TestCluster(0);
        NodeId owner = cluster.node("a");
        NodeId other = cluster.node("b");
        Person ann = new Person(cluster, "Ann", owner);
        String room = ann.createRoom(owner);
        ann.socket().say("remove_player", "slot_id", "2");
        Person ben = new Person(cluster, "Ben", other);
        ben.join(other, room);
        ann.socket().say("start_game");
        assertThat(cluster.time().passUntil(() -> ben.socket().phase().equals("declaration"), Duration.ofMinutes(1)))
                .isTrue();
        cluster.time()
                .passUntil(
                        () -> {
                            ann.act();
                            return declarer(ben).equals("Ben");
                        },
                        Duration.ofMinutes(1));
        long before = version(cluster, room);

        int value = total(ben) == 6 ? 3 : 2; // eight in all is forbidden
        ben.socket().say("declare", "player_name", "\"Ben\"", "value", Integer.toString(value));

        assertThat(version(cluster, room)).isGreaterThan(before);
        JsonNode seenByAnn = ann.socket().last("phase_change").orElseThrow().path("players");
        assertThat(seenByAnn.path("Ben").path("declared").asInt()).isEqualTo(value);
    }

    private static String declarer(Person person) {
        return person.socket()
                .last("phase_change")
                .map(data -> data.path("phase_data").path("current_declarer").asText())
                .orElse("");
    }

    private static int total(Person person) {
        return person.socket()
                .last("phase_change")
                .map(data -> data.path("phase_data").path("declaration_total").asInt())
                .orElse(0);
    }

    private static long version(TestCluster cluster, String room) {
        var found = cluster.journal().look(new RoomId(room)).toCompletableFuture();
        cluster.time().settle();
        return Long.parseLong(found.join().orElseThrow().get(RoomFields.VERSION));
    }
}
