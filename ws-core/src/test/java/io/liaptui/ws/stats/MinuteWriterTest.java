package io.liaptui.ws.stats;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.redis.MinutePoint;
import io.liaptui.common.redis.NodeRow;
import io.liaptui.common.redis.NodeStats;
import io.liaptui.common.redis.RedisKeys;
import io.liaptui.ws.ownership.NodeState;
import io.liaptui.ws.ownership.Nodes;
import io.liaptui.ws.redis.RedisProcess;
import io.liaptui.ws.redis.RedisSettings;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several nodes, one point a minute. On a real Redis, whose clock is the one that counts. */
class MinuteWriterTest {
    private static final NodeId A = new NodeId("a-1");
    private static final NodeId B = new NodeId("b-1");
    private static RedisProcess redis;

    private final List<MinuteWriter> writers = new ArrayList<>();
    private NodeState state = NodeState.READY;

    @BeforeAll
    static void start() {
        redis = new RedisProcess();
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @BeforeEach
    void figures() {
        redis.run(Command.FLUSHALL);
        figures(A, new NodeStats(1, 5, 3, 2, 4, 6, 0.25, 200, 9, 9, "b1"));
        figures(B, new NodeStats(1, 1, 1, 1, 1, 3, 0.75, 300, 9, 9, "b1"));
    }

    @AfterEach
    void close() {
        writers.forEach(MinuteWriter::close);
    }

    private static void figures(NodeId node, NodeStats stats) {
        redis.run(Command.SET, RedisKeys.stats(node), stats.toJson());
    }

    private MinuteWriter writer(NodeId me, String... changes) {
        MinuteWriter writer = new MinuteWriter(
                redis.vertx(),
                redis.options(),
                RedisProcess.settings(RedisSettings.class),
                RedisProcess.settings(StatsSettings.class, changes),
                new Two(me));
        writers.add(writer);
        return writer;
    }

    private static void done(Future<?>... looks) throws Exception {
        Future.all(List.of(looks)).toCompletionStage().toCompletableFuture().get(5, SECONDS);
    }

    private static List<Response> points() {
        return redis.run(Command.XRANGE, RedisKeys.MINUTES, "-", "+").stream().toList();
    }

    /** Minutes may turn while the test runs: two points then, and never three. */
    @Test
    void nodesThatLookAtOnceAndAgainWriteOnePoint() throws Exception {
        MinuteWriter first = writer(A);
        MinuteWriter second = writer(B);
        long before = minute();
        for (int i = 0; i < 5; i++) {
            done(first.look(), second.look());
        }
        long after = minute();
        assertThat(points()).hasSizeBetween(1, after == before ? 1 : 2);
        Map<String, String> fields = new HashMap<>();
        Response flat = points().getFirst().get(1);
        for (int i = 0; i < flat.size(); i += 2) {
            fields.put(flat.get(i).toString(), flat.get(i + 1).toString());
        }
        assertThat(MinutePoint.read(fields)).isEqualTo(new MinutePoint(1, 6, 4, 3, 5, 9, 0.75, 500));
        assertThat(points().getFirst().get(0).toString()).matches("\\d+0000-0");
    }

    @Test
    void aNodeThatIsNotReadyWritesNone() throws Exception {
        state = NodeState.DRAINING;
        done(writer(A).look());
        assertThat(points()).isEmpty();
    }

    @Test
    void aClockThatWasAheadDoesNotEndThePointsNorDoubleThem() throws Exception {
        redis.run(Command.XADD, RedisKeys.MINUTES, (minute() + 120_000) + "-0", "nodes", "7");
        done(writer(A).look());
        assertThat(points()).hasSize(1);
    }

    @Test
    void pointsAreKeptForAsLongAsTheSettingSays() throws Exception {
        for (int i = 1; i <= 400; i++) {
            redis.run(Command.XADD, RedisKeys.MINUTES, i * 60_000 + "-0", "nodes", "1");
        }
        done(writer(A, "liap.stats.keep", "60m").look());
        // Streams are cut by whole nodes of 100 entries
        assertThat(points()).hasSizeBetween(60, 161);
        assertThat(points().getLast().get(1).toString()).contains("connections");
    }

    private static long minute() {
        return redis.run(Command.TIME).get(0).toLong() / 60 * 60_000;
    }

    /** Node A is ready, node B is about to go. */
    private final class Two implements Nodes {
        private final NodeId me;

        private Two(NodeId me) {
            this.me = me;
        }

        @Override
        public NodeId me() {
            return me;
        }

        @Override
        public NodeState state() {
            return state;
        }

        @Override
        public int goodRounds() {
            return 9;
        }

        @Override
        public boolean isAlive(NodeId node) {
            return true;
        }

        @Override
        public Set<NodeId> peers() {
            return Set.of();
        }

        @Override
        public Map<NodeId, NodeRow> rows() {
            return Map.of(A, row("Ready"), B, row("Draining"));
        }

        @Override
        public void onDead(Consumer<NodeId> listener) {
            throw new AssertionError("nobody asks");
        }

        private NodeRow row(String said) {
            return new NodeRow(1, said, 1, "b", 1, 1, 1, 9, "here");
        }
    }
}
