package io.liaptui.ws.ownership;

import static io.liaptui.ws.redis.Eventually.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.redis.NodeRow;
import io.liaptui.common.redis.NodeStats;
import io.liaptui.common.redis.RedisKeys;
import io.liaptui.ws.redis.RedisProcess;
import io.liaptui.ws.redis.RedisSettings;
import io.vertx.redis.client.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nodes on a real server, five times faster than in production. */
class RedisNodesTest {
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
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
        redis.close();
    }

    @Test
    void aNodeIsReadyAfterGoodRoundsAndItsEcho() {
        AtomicBoolean heard = new AtomicBoolean();
        RedisNodes node = start("a", heard);
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
        RedisNodes a = start("a", new AtomicBoolean(true));
        RedisNodes b = start("b", new AtomicBoolean(true));
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
        RedisNodes a = start("a", new AtomicBoolean(true));
        RedisNodes b = start("b", new AtomicBoolean(true));
        until("a sees b", () -> a.peers().contains(b.me()) && a.goodRounds() >= 8);
        b.close();
        assertThat(row(b).state()).isEqualTo("Gone");
        until("b is dead for a", () -> !a.isAlive(b.me()));
        assertThat(a.peers()).isEmpty();
    }

    @Test
    void anOutageSetsTheRoundsBackAndKillsNobody() {
        RedisNodes a = start("a", new AtomicBoolean(true));
        RedisNodes b = start("b", new AtomicBoolean(true));
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
        RedisNodes a = start("a", new AtomicBoolean(true));
        RedisNodes b = start("b", new AtomicBoolean(true));
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
    void rowsUnseenForLongGo() {
        NodeId old = new NodeId("old-000000000000");
        redis.run(Command.HSET, RedisKeys.NODES, old.value(), "{}");
        redis.run(Command.ZADD, RedisKeys.NODES_SEEN, System.currentTimeMillis() - 601_000, old.value());
        NodeId recent = new NodeId("recent-000000000000");
        redis.run(Command.HSET, RedisKeys.NODES, recent.value(), "{}");
        redis.run(Command.ZADD, RedisKeys.NODES_SEEN, System.currentTimeMillis() - 500_000, recent.value());

        RedisNodes node = start("a", new AtomicBoolean(true));
        until("a round", () -> node.goodRounds() > 0);
        assertThat(redis.run(Command.HKEYS, RedisKeys.NODES).stream().map(Object::toString))
                .containsExactlyInAnyOrder(node.me().value(), recent.value());
        assertThat(redis.run(Command.ZCARD, RedisKeys.NODES_SEEN).toLong()).isEqualTo(2);
    }

    @Test
    void theNumbersOfANodeAreWrittenAndDie() {
        NodeId me = RedisNodes.newId("a", RandomGenerator.getDefault());
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
        assertThat(RedisNodes.newId("n1", random).value()).matches("n1-[0-9a-f]{12}");
        assertThat(RedisNodes.newId("n1", random)).isNotEqualTo(RedisNodes.newId("n1", random));
        assertThat(RedisNodes.newId("ip-10-0-0-1.eu_west".repeat(9), random).value())
                .hasSize(64);
    }

    private RedisNodes start(String name, AtomicBoolean heard) {
        NodeRow said = new NodeRow(0, "", 1, "test", 1, 1, 3, 100, "127.0.0.1:1");
        RedisNodes node = new RedisNodes(
                redis.vertx(),
                redis.options(),
                settings,
                pace,
                RedisNodes.newId(name, RandomGenerator.getDefault()),
                () -> said,
                heard::get);
        open.add(node);
        node.start();
        return node;
    }

    private NodeRow row(RedisNodes node) {
        return NodeRow.fromJson(
                redis.run(Command.HGET, RedisKeys.NODES, node.me().value()).toString());
    }
}
