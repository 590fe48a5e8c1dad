package io.liaptui.ws.admin;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.admin.AdminOutcome;
import io.liaptui.common.admin.AuditRow;
import io.liaptui.common.admin.codec.AuditCodec;
import io.liaptui.common.archive.FolderStore;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.redis.RedisKeys;
import io.liaptui.ws.ownership.FirstNode;
import io.liaptui.ws.redis.RedisProcess;
import io.liaptui.ws.redis.RedisSettings;
import io.liaptui.ws.testkit.TestCluster;
import io.vertx.redis.client.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operators did goes from a real Redis into a folder, and stays there. */
class AuditKeepingTest {
    private static RedisProcess redis;

    private final TestCluster cluster = new TestCluster(0);
    private final NodeId a = cluster.node("a");

    @TempDir
    Path folder;

    private RedisAuditLog log;

    @BeforeAll
    static void start() {
        redis = new RedisProcess();
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @BeforeEach
    void empty() {
        redis.run(Command.FLUSHALL);
        log = new RedisAuditLog(redis.vertx(), redis.options(), RedisProcess.settings(RedisSettings.class));
    }

    @AfterEach
    void close() {
        log.close();
    }

    private AuditKeeping keeping() {
        return new AuditKeeping(
                log, new FolderStore(folder, Runnable::run), new FirstNode(cluster.registry(a)), cluster.time());
    }

    private static void keep(AuditKeeping keeping) throws Exception {
        keeping.keep().toCompletableFuture().get(20, SECONDS);
    }

    private static void entry(String id, String who) {
        redis.run(Command.XADD, RedisKeys.AUDIT, id, "who", who, "action", "drain", "detail", "\"a\" ü\nb");
    }

    private List<AuditRow> file(String day) throws Exception {
        return Files.readAllLines(folder.resolve("audit/" + day + ".ndjson")).stream()
                .map(AuditCodec::read)
                .toList();
    }

    @Test
    void eachDayHasItsFileAndNothingIsWrittenTwice() throws Exception {
        entry("1795262400000-0", "ann");
        entry("1795305599999-7", "bob");
        entry("1795305600000-0", "cleo");
        AuditKeeping keeping = keeping();
        keep(keeping);
        assertThat(file("2026-11-21")).extracting(row -> row.field("who")).containsExactly("ann", "bob");
        assertThat(file("2026-11-22")).extracting(row -> row.field("who")).containsExactly("cleo");
        assertThat(file("2026-11-22").getFirst().field("detail")).isEqualTo("\"a\" ü\nb");
        entry("1795305600000-1", "dan");
        keep(keeping);
        keep(keeping());
        assertThat(file("2026-11-22")).extracting(row -> row.field("who")).containsExactly("cleo", "dan");
        assertThat(file("2026-11-21")).hasSize(2);
    }

    @Test
    void whatLeftRedisStaysInTheFileAndWhatIsNotKeptStaysInRedis() throws Exception {
        for (int i = 1; i <= AuditRow.RECENT + 1200; i++) {
            entry("1795262400000-" + i, "ann");
        }
        keep(keeping());
        assertThat(redis.run(Command.XLEN, RedisKeys.AUDIT).toInteger()).isEqualTo(AuditRow.RECENT);
        assertThat(file("2026-11-21")).hasSize(AuditRow.RECENT + 1200);
        keep(keeping());
        assertThat(file("2026-11-21")).hasSize(AuditRow.RECENT + 1200);
        Files.createFile(folder.resolve("blocked"));
        AuditKeeping broken = new AuditKeeping(
                log,
                new FolderStore(folder.resolve("blocked"), Runnable::run),
                new FirstNode(cluster.registry(a)),
                cluster.time());
        for (int i = 0; i < 20; i++) {
            entry("1795262500000-" + (i + 1), "bob");
        }
        assertThat(broken.keep()
                        .handle((done, failure) -> failure)
                        .toCompletableFuture()
                        .get(20, SECONDS))
                .isNotNull();
        assertThat(redis.run(Command.XLEN, RedisKeys.AUDIT).toInteger()).isEqualTo(AuditRow.RECENT + 20);
    }

    @Test
    void whatNodesSayOfTheEndIsWrittenDown() throws Exception {
        RedisOutcomes outcomes = new RedisOutcomes(
                redis.vertx(), redis.options(), RedisProcess.settings(RedisSettings.class), new NodeId("n1-0a"));
        outcomes.say("0123456789abcdef", new AdminOutcome(AdminOutcome.State.RUNNING, "Half.", 1))
                .toCompletableFuture()
                .get(5, SECONDS);
        outcomes.say("0123456789abcdef", new AdminOutcome(AdminOutcome.State.DONE, "All.", 2))
                .toCompletableFuture()
                .get(5, SECONDS);
        outcomes.close();
        assertThat(log.after("0-0").toCompletableFuture().get(5, SECONDS))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.fields())
                            .containsEntry("command", "0123456789abcdef")
                            .containsEntry("node", "n1-0a")
                            .containsEntry("state", "done")
                            .containsEntry("detail", "All.");
                });
    }
}
