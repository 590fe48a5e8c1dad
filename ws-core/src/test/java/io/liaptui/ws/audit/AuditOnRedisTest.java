package io.liaptui.ws.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.history.Entry;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.RedisKeys;
import io.liaptui.ws.actor.SystemTimers;
import io.liaptui.ws.journal.RedisDirectory;
import io.liaptui.ws.journal.RedisIndex;
import io.liaptui.ws.journal.RedisJournal;
import io.liaptui.ws.journal.RoomIndex.Shelf;
import io.liaptui.ws.journal.RoomJournal;
import io.liaptui.ws.redis.Eventually;
import io.liaptui.ws.redis.RedisProcess;
import io.liaptui.ws.redis.RedisSettings;
import io.vertx.redis.client.Command;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Ghosts and hidden rooms injected into a real Redis, with an audit that is in a hurry. */
class AuditOnRedisTest {
    private static final NodeId A = new NodeId("a");
    private static final RoomId GHOST = new RoomId("AAAAAA");
    private static final RoomId HIDDEN = new RoomId("BBBBBB");
    private static final RoomId GOOD = new RoomId("CCCCCC");

    private final RedisProcess redis = new RedisProcess();
    private final RedisSettings settings = RedisProcess.settings(RedisSettings.class);
    private final RedisDirectory directory = new RedisDirectory(redis.vertx(), redis.options(), settings);
    private final RedisIndex index = new RedisIndex(redis.vertx(), redis.options(), settings);
    private final RedisJournal journal = new RedisJournal(redis.vertx(), redis.options(), settings);
    private final SystemTimers timers = new SystemTimers();
    private final Counts counts = new Counts();
    private final Audit audit = new Audit(
            new Ready(A, Set.of(A)),
            index,
            directory,
            () -> Set.of(HIDDEN, GOOD),
            counts,
            timers,
            RedisProcess.settings(AuditSettings.class, "liap.audit.every", "200ms", "liap.audit.confirm", "100ms"));

    @AfterEach
    void stop() {
        timers.close();
        directory.close();
        index.close();
        journal.close();
        redis.close();
    }

    @Test
    void injectedFaultsAreCountedOnceAndRepaired() {
        room(HIDDEN);
        room(GOOD);
        redis.run(Command.ZREM, RedisKeys.LIVE, HIDDEN);
        redis.run(Command.ZADD, RedisKeys.OPEN, 1, GHOST);
        redis.run(Command.ZADD, RedisKeys.OPEN, 1, "not a room");
        redis.run(Command.CONFIG, "RESETSTAT");

        audit.start();
        Eventually.until("both are found", () -> counts.sums().equals(List.of(1, 0, 1)));
        int before = counts.audits.size();
        Eventually.until("audits go on", () -> counts.audits.size() > before + 2);

        String commands = String.valueOf(redis.run(Command.INFO, "commandstats"));
        assertThat(counts.sums()).containsExactly(1, 0, 1);
        assertThat(await(directory.listed(Shelf.OPEN))).isEmpty();
        assertThat(await(index.list(Shelf.LIVE, 10))).containsOnlyKeys(HIDDEN, GOOD);
        assertThat(commands)
                .contains("cmdstat_zrange", "cmdstat_hmget")
                .doesNotContain("cmdstat_keys", "cmdstat_scan", "cmdstat_hgetall");
    }

    @Test
    void aRedisThatGoesAndComesBackEmptyIsAuditedAgain() {
        audit.start();
        Eventually.until("a first audit", () -> !counts.audits.isEmpty());
        redis.stop();
        redis.startEmpty();
        int before = counts.audits.size();
        Eventually.until("audits go on", () -> counts.audits.size() > before + 2);
        assertThat(counts.sums()).containsExactly(0, 0, 0);
    }

    private void room(RoomId id) {
        await(index.expect(A, id));
        await(index.place(id, Shelf.LIVE, 7));
        Entry first = new Entry(1, 0, 1, 1, List.of(), List.of(), -1, null);
        Map<String, String> fields =
                Map.of("game", "liaptui", "status", "running", "schema", "1", "events", "1", "touched", "7");
        await(journal.create(id, A, id.value(), first, RoomJournal.RoomWrite.of(fields)));
    }

    private static <T> T await(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
