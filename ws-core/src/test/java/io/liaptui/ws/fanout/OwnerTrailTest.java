package io.liaptui.ws.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.ws.testkit.Person;
import io.liaptui.ws.testkit.TestCluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Redis forgot the newest owner of a room, that one is dead, and the one before put the room back. Players who had seen the
 * newer one must not refuse the older one for ever (seed 839 of the simulation).
 */
class OwnerTrailTest {
    private static final long NEWER = Duration.ofDays(1).toMillis();

    private final TestCluster cluster = new TestCluster(1);
    private final NodeId older = cluster.node("older");
    private final NodeId watching = cluster.node("watching");
    private final RoomId room = new RoomId(new Person(cluster, "Ann", older).createRoom(older));
    private final Waiting players = new Waiting();
    private final OwnerTrail trail = new OwnerTrail(
            room,
            new RoomFinder(cluster.journal(), cluster.registry(watching), cluster.time(), _ -> {}),
            cluster.time(),
            cluster.time()::execute,
            players);

    @Test
    void whoSawANewerOwnerGoesOnWithTheOlderOneOnceTheJournalHasNamedItForLong() {
        long since = epoch();
        trail.heard(new NodeId("newer"), since + NEWER);
        trail.forget();
        trail.seek();
        cluster.time().pass(Duration.ofSeconds(3));
        assertThat(players.asked).contains(older);
        assertThat(trail.isLate(since)).as("a late frame of the older owner").isTrue();
        assertThat(players.rewound).isZero();

        cluster.time().pass(Duration.ofSeconds(5));
        assertThat(trail.isLate(since)).as("its frames now").isFalse();
        assertThat(players.rewound).isEqualTo(1);
    }

    @Test
    void anOwnerThatIsNewerThanAllSeenIsFollowedAtOnce() {
        trail.heard(new NodeId("before"), epoch() - 1);
        trail.forget();
        trail.seek();
        cluster.time().pass(Duration.ofSeconds(10));
        assertThat(players.asked).contains(older);
        assertThat(players.rewound).isZero();
    }

    private long epoch() {
        var found = cluster.journal().look(room).toCompletableFuture();
        cluster.time().settle();
        return Long.parseLong(found.join().orElseThrow().get("epoch"));
    }

    private static final class Waiting implements OwnerTrail.Seeker {
        private final List<NodeId> asked = new ArrayList<>();
        private int rewound;

        @Override
        public boolean isWaiting() {
            return true;
        }

        @Override
        public void ask(NodeId owner) {
            asked.add(owner);
        }

        @Override
        public void rewound() {
            rewound++;
        }

        @Override
        public void gone() {
            throw new AssertionError("the room is there");
        }
    }
}
