package io.liaptui.ws.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.liaptui.common.history.Entry;
import io.liaptui.common.history.Schema;
import io.liaptui.common.history.StoredEvent;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.RoomFields;
import io.liaptui.ws.journal.RoomJournal.RoomWrite;
import io.liaptui.ws.measure.Measures;
import io.liaptui.ws.relay.RelayMessage;
import io.liaptui.ws.testkit.TestCluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A room that this release cannot read is tried, counted and given up; it never goes round in circles. */
class LoadFailureTest {
    private static final NodeId DEAD = new NodeId("dead");
    private static final RoomId ROOM = new RoomId("AB12CD");

    private final TestCluster cluster = new TestCluster(1);
    private final List<Boolean> failures = new ArrayList<>();
    private NodeId a;

    @BeforeEach
    void node() {
        cluster.measures(new Measures() {
            @Override
            public void loadFailed(boolean broken) {
                failures.add(broken);
            }
        });
        a = cluster.node("a");
    }

    @Test
    void theThirdFailureMarksItBroken() {
        stored(1);
        assertThat(claim()).isEqualTo("open");
        assertThat(claim()).isEqualTo("open");
        assertThat(claim()).isEqualTo("broken");
        claim();
        assertThat(failures).containsExactly(false, false, true);
        assertThat(cluster.rooms(a).running()).isEmpty();
    }

    @Test
    void whoAsksMeanwhileIsTurnedAwayAndNotKeptWaiting() {
        stored(1);
        List<RelayMessage> told = new ArrayList<>();
        cluster.network().loseIf((to, envelope) -> {
            told.add(envelope.message());
            return false;
        });
        cluster.rooms(a).claim(ROOM, DEAD, epoch());
        cluster.rooms(a).dispatch(a, new RelayMessage.Attach(ROOM, "x", null, 0, 0, 0));
        cluster.time().settle();
        assertThat(told).contains(RelayMessage.NotMine.unknown(ROOM));
    }

    @Test
    void aNewerSchemaIsLeftToWhoCanReadIt() {
        stored(Schema.ofBuild().reads() + 1);
        for (int i = 0; i < 5; i++) {
            assertThat(claim()).isEqualTo("open");
        }
        assertThat(failures).hasSize(5).containsOnly(false);
        assertThat(Logs.hash(cluster, ROOM)).containsEntry(RoomFields.OWNER, DEAD.value());
    }

    /** A room whose first entry is of a game that has not begun. */
    private void stored(int schema) {
        StoredEvent event = StoredEvent.open("liaptui.played", null, JsonNodeFactory.instance.objectNode());
        Entry first = new Entry(1, 0, 0, 1, List.of(event), List.of(), -1, null);
        cluster.journal()
                .create(
                        ROOM,
                        DEAD,
                        "create",
                        first,
                        RoomWrite.of(Map.of(RoomFields.STATUS, "open", RoomFields.SCHEMA, Integer.toString(schema))));
        cluster.time().settle();
    }

    /** Claims it as it stands; its status then. */
    private String claim() {
        NodeId owner = new NodeId(Logs.hash(cluster, ROOM).getOrDefault(RoomFields.OWNER, ""));
        cluster.rooms(a).claim(ROOM, owner, epoch());
        cluster.time().settle();
        return Logs.hash(cluster, ROOM).getOrDefault(RoomFields.STATUS, "");
    }

    private long epoch() {
        return Long.parseLong(Logs.hash(cluster, ROOM).getOrDefault(RoomFields.EPOCH, "0"));
    }
}
