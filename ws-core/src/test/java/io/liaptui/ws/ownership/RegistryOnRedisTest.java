package io.liaptui.ws.ownership;

import static io.liaptui.ws.redis.Eventually.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.redis.NodeRow;
import io.liaptui.common.redis.NodeStats;
import io.liaptui.common.redis.RedisKeys;
import io.liaptui.ws.actor.SystemTimers;
import io.liaptui.ws.measure.Measures;
import io.liaptui.ws.redis.RedisProcess;
import io.liaptui.ws.redis.RedisSettings;
import io.liaptui.ws.relay.RedisRelay;
import io.liaptui.ws.relay.RelaySettings;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nodes on a real server, five times faster than in production. */
class RegistryOnRedisTest {
    private final RedisProcess redis = new RedisProcess();
    /** Connections come back as much faster as rounds are, else a node is dead before it can say that it lives. */
    private final RedisSettings settings = RedisProcess.settings(
            RedisSettings.class, "liap.redis.deadline", "400ms", "liap.redis.longest-reconnect", "50ms");

    private final NodeSettings pace = RedisProcess.settings(
            NodeSettings.class,
            "liap.nodes.round",
            "50ms",
            "liap.nodes.answer-within",
            "400ms",
            "liap.nodes.stall",
            "600ms",
            "liap.nodes.stats-every",
            "25ms");
    private final SystemTimers timers = new SystemTimers();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
        timers.close();
        redis.close();
    }

    @Test
    void aNodeIsReadyAfterGoodRoundsAndItsEcho() {
        AtomicBoolean heard = new AtomicBoolean();
        Registry node = start("a", heard);
        until("8 good rounds", () -> node.goodRounds() >= 8);
        assertThat(node.state()).isEqualTo(NodeState.STARTING);
        assertThat(row(node).state()).isEqualTo("Starting");

        heard.set(true);
        until("ready", () -> node.state() == NodeState.READY);
        until("said so", () -> row(node).state().equals("Ready"));
        assertThat(row(node).rooms()).isEqualTo(3);
        assertThat(row(node).addr()).isEqualTo("127.0.0.1:1");
    }

    @Test
    void nodesSeeOneAnotherAndNoticeWhoStands() {
        Registry a = start("a", new AtomicBoolean(true));
        Registry b = start("b", new AtomicBoolean(true));
        until("both ready", () -> a.peers().contains(b.me()) && b.peers().contains(a.me()));
        Queue<NodeId> dead = new ConcurrentLinkedQueue<>();
        a.onDead(dead::add);

        NodeId stopped = new NodeId("stopped-000000000000");
        redis.run(Command.HSET, RedisKeys.NODES, stopped.value(), row(b).toJson());
        until("the one that stands is dead", () -> dead.contains(stopped));
        assertThat(a.isAlive(stopped)).isFalse();
        assertThat(a.isAlive(b.me())).isTrue();
        assertThat(a.isAlive(new NodeId("never-seen"))).isFalse();
    }

    @Test
    void aNodeThatGoesSaysSo() {
        Registry a = start("a", new AtomicBoolean(true));
        Registry b = start("b", new AtomicBoolean(true));
        until("a sees b", () -> a.peers().contains(b.me()) && a.goodRounds() >= 8);
        b.leave().toCompletableFuture().join();
        assertThat(row(b).state()).isEqualTo("Gone");
        until("b is dead for a", () -> !a.isAlive(b.me()));
        assertThat(a.peers()).isEmpty();
    }

    @Test
    void anOutageSetsTheRoundsBackAndKillsNobody() {
        Registry a = start("a", new AtomicBoolean(true));
        Registry b = start("b", new AtomicBoolean(true));
        until("both judge", () -> a.goodRounds() >= 8 && b.goodRounds() >= 8);
        Queue<NodeId> dead = new ConcurrentLinkedQueue<>();
        a.onDead(dead::add);
        b.onDead(dead::add);

        redis.freeze();
        until("no good rounds", () -> a.goodRounds() == 0 && b.goodRounds() == 0);
        assertThat(a.isAlive(b.me())).isTrue();
        redis.thaw();
        until("rounds again", () -> a.goodRounds() >= 12 && b.goodRounds() >= 12);
        assertThat(dead).isEmpty();
        assertThat(a.state()).isEqualTo(NodeState.READY);
    }

    @Test
    void anEmptyRestartOfTheServerKillsNobody() {
        Registry a = start("a", new AtomicBoolean(true));
        Registry b = start("b", new AtomicBoolean(true));
        until("both judge", () -> a.goodRounds() >= 8 && b.goodRounds() >= 8);
        Queue<NodeId> dead = new ConcurrentLinkedQueue<>();
        a.onDead(dead::add);
        b.onDead(dead::add);
        redis.stop();
        until("no good rounds", () -> a.goodRounds() == 0 && b.goodRounds() == 0);
        redis.startEmpty();
        until("rounds again", () -> a.goodRounds() >= 12 && b.goodRounds() >= 12);
        assertThat(dead).isEmpty();
    }

    @Test
    void aRowWithoutAScoreIsSeenNowAndGoesLater() {
        NodeId lost = new NodeId("lost-000000000000");
        redis.run(Command.HSET, RedisKeys.NODES, lost.value(), "{}");
        Registry node = start("a", new AtomicBoolean(true));
        until("a round", () -> node.goodRounds() > 0);
        long score =
                redis.run(Command.ZSCORE, RedisKeys.NODES_SEEN, lost.value()).toLong();
        assertThat(score).isBetween(System.currentTimeMillis() - 10_000, System.currentTimeMillis() + 10_000);

        redis.run(Command.ZADD, RedisKeys.NODES_SEEN, score - 601_000, lost.value());
        until("gone", () -> redis.run(Command.HGET, RedisKeys.NODES, lost.value()) == null);
        assertThat(redis.run(Command.ZCARD, RedisKeys.NODES_SEEN).toLong()).isOne();
    }

    @Test
    void aRoundCountsWhoListens() throws Exception {
        RedisBoard board = new RedisBoard(redis.vertx(), redis.options(), settings, pace);
        open.add(board);
        RedisRelay relay = new RedisRelay(
                redis.vertx(), redis.options(), settings, RedisProcess.settings(RelaySettings.class), new NodeId("b"));
        open.add(relay);
        relay.start();
        until("b listens", relay::isHeard);
        NodeBoard.Sight sight = board.round(
                        new NodeId("a"),
                        new NodeRow(7, "Ready", 1, "test", 1, 1, 3, 100, "x", "zone-a", 5),
                        Set.of(new NodeId("b"), new NodeId("c")))
                .toCompletableFuture()
                .get(5, TimeUnit.SECONDS);
        assertThat(sight.subscribers())
                .containsExactlyInAnyOrderEntriesOf(Map.of(new NodeId("a"), 0, new NodeId("b"), 1, new NodeId("c"), 0));
        assertThat(sight.rows())
                .containsExactly(
                        Map.entry(new NodeId("a"), new NodeRow(7, "Ready", 1, "test", 1, 1, 3, 100, "x", "zone-a", 5)));
        assertThat(sight.time()).isBetween(System.currentTimeMillis() - 10_000, System.currentTimeMillis() + 10_000);
        assertThat(relay.subscribedFor()).isPositive();
    }

    @Test
    void aServerThatForgotItsScriptsAnswersAllTheSame() {
        Registry node = start("a", new AtomicBoolean(true));
        until("rounds", () -> node.goodRounds() >= 4);
        redis.run(Command.SCRIPT, "FLUSH");
        int before = node.goodRounds();
        until("more rounds", () -> node.goodRounds() >= before + 4);
    }

    @Test
    void rowsUnseenForLongGo() {
        NodeId old = new NodeId("old-000000000000");
        redis.run(Command.HSET, RedisKeys.NODES, old.value(), "{}");
        redis.run(Command.ZADD, RedisKeys.NODES_SEEN, System.currentTimeMillis() - 601_000, old.value());
        NodeId recent = new NodeId("recent-000000000000");
        redis.run(Command.HSET, RedisKeys.NODES, recent.value(), "{}");
        redis.run(Command.ZADD, RedisKeys.NODES_SEEN, System.currentTimeMillis() - 500_000, recent.value());

        Registry node = start("a", new AtomicBoolean(true));
        until("a round", () -> node.goodRounds() > 0);
        assertThat(redis.run(Command.HKEYS, RedisKeys.NODES).stream().map(Object::toString))
                .containsExactlyInAnyOrder(node.me().value(), recent.value());
        assertThat(redis.run(Command.ZCARD, RedisKeys.NODES_SEEN).toLong()).isEqualTo(2);
    }

    @Test
    void theNumbersOfANodeAreWrittenAndDie() {
        NodeId me = Registry.newId("a", RandomGenerator.getDefault());
        NodeStats stats = new NodeStats(1, 2, 3, 4, 5, 6, 0.5, 7, 8, 9, "test");
        StatsWriter writer = new StatsWriter(redis.vertx(), redis.options(), settings, pace, me, () -> stats);
        open.add(writer);
        writer.start();
        until("written", () -> redis.run(Command.GET, RedisKeys.stats(me)) != null);
        assertThat(NodeStats.fromJson(
                        redis.run(Command.GET, RedisKeys.stats(me)).toString()))
                .isEqualTo(stats);
        assertThat(redis.run(Command.PTTL, RedisKeys.stats(me)).toLong()).isBetween(5_000L, 10_000L);
    }

    @Test
    void everyLifeOfANodeHasItsOwnId() {
        RandomGenerator random = RandomGenerator.getDefault();
        assertThat(Registry.newId("n1", random).value()).matches("n1-[0-9a-f]{12}");
        assertThat(Registry.newId("n1", random)).isNotEqualTo(Registry.newId("n1", random));
        assertThat(Registry.newId("ip-10-0-0-1.eu_west".repeat(9), random).value())
                .hasSize(64);
    }

    private Registry start(String name, AtomicBoolean heard) {
        NodeRow said = new NodeRow(0, "", 1, "test", 1, 1, 3, 100, "127.0.0.1:1");
        RedisBoard board = new RedisBoard(redis.vertx(), redis.options(), settings, pace);
        open.add(board);
        Registry node = new Registry(
                Registry.newId(name, RandomGenerator.getDefault()),
                board,
                timers,
                pace,
                () -> said,
                hearing(heard),
                Measures.NONE);
        open.add(node::leave);
        node.start();
        return node;
    }

    private static Hearing hearing(AtomicBoolean heard) {
        return new Hearing() {
            @Override
            public boolean isHeard() {
                return heard.get();
            }

            @Override
            public Duration subscribedFor() {
                return Duration.ofMinutes(1);
            }
        };
    }

    private NodeRow row(Registry node) {
        return NodeRow.fromJson(
                redis.run(Command.HGET, RedisKeys.NODES, node.me().value()).toString());
    }
}
