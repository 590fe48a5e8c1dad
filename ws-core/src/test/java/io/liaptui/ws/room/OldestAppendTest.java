package io.liaptui.ws.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.ids.NodeId;
import io.liaptui.ws.testkit.Person;
import io.liaptui.ws.testkit.TestCluster;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** That games wait for the journal shows while they wait, and not only when it is over. */
class OldestAppendTest {
    private final TestCluster cluster = new TestCluster(1);
    private final NodeId a = cluster.node("a");

    @Test
    void itGrowsDuringAnOutageAndIsGoneAfterIt() {
        Person ann = new Person(cluster, "Ann", a);
        ann.enter(a, ann.createRoom(a));
        cluster.time().pass(Duration.ofSeconds(1));
        Rooms rooms = cluster.rooms(a);
        assertThat(rooms.oldestAppend()).isZero();

        cluster.journalStands(true);
        ann.socket().say("remove_player", "slot_id", "2");
        cluster.time().pass(Duration.ofSeconds(6));
        assertThat(rooms.oldestAppend()).isBetween(Duration.ofMillis(5_900), Duration.ofSeconds(6));
        cluster.time().pass(Duration.ofSeconds(60));
        assertThat(rooms.oldestAppend()).isBetween(Duration.ofMillis(65_900), Duration.ofSeconds(66));

        cluster.journalStands(false);
        cluster.time().pass(Duration.ofSeconds(1));
        assertThat(rooms.oldestAppend()).isZero();
    }
}
