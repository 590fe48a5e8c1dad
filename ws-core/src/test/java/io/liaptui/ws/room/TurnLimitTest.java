package io.liaptui.ws.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.ws.testkit.Person;
import io.liaptui.ws.testkit.TestCluster;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TurnLimitTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Test
    void aBotMakesTheOneDecisionOfAHumanWhoIsThereAndDoesNothing() {
        TestCluster cluster = new TestCluster(1, Optional.of(LIMIT));
        NodeId node = cluster.node("a");
        Person mina = new Person(cluster, "Mina", node);
        String room = mina.createRoom(node);
        mina.socket().say("start_game");
        assertThat(cluster.time().passUntil(() -> isAsked(mina), Duration.ofMinutes(2)))
                .isTrue();

        cluster.time().pass(LIMIT.minusMillis(300));
        assertThat(isAsked(mina)).as("nobody decides for her before").isTrue();
        cluster.time().pass(Duration.ofMillis(600));
        assertThat(isAsked(mina)).isFalse();

        assertThat(Logs.playedBy(cluster, new RoomId(room), "Mina")).contains("turn-limit");
        assertThat(mina.socket().events()).doesNotContain("player_disconnected");
        assertThat(cluster.time()
                        .passUntil(
                                () -> mina.act()
                                        && Logs.playedBy(cluster, new RoomId(room), "Mina")
                                                .contains("human"),
                                Duration.ofMinutes(2)))
                .as("the seat is still hers")
                .isTrue();
    }

    @Test
    void withoutALimitTheTableWaits() {
        TestCluster cluster = new TestCluster(1);
        NodeId node = cluster.node("a");
        Person mina = new Person(cluster, "Mina", node);
        mina.createRoom(node);
        mina.socket().say("start_game");
        assertThat(cluster.time().passUntil(() -> isAsked(mina), Duration.ofMinutes(2)))
                .isTrue();
        cluster.time().pass(Duration.ofHours(1));
        assertThat(isAsked(mina)).isTrue();
    }

    private static boolean isAsked(Person person) {
        return person.socket()
                .last("phase_change")
                .filter(data -> data.path("phase").asText().equals("declaration"))
                .map(data -> data.path("phase_data").path("current_declarer").asText())
                .filter(person.name()::equals)
                .isPresent();
    }
}
