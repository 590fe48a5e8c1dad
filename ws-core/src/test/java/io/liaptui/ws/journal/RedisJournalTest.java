package io.liaptui.ws.journal;

import static io.liaptui.ws.journal.JournalFixtures.A;
import static io.liaptui.ws.journal.JournalFixtures.ROOM;
import static io.liaptui.ws.journal.JournalFixtures.firstEntry;
import static io.liaptui.ws.journal.JournalFixtures.opening;
import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.history.Entry;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.RedisKeys;
import io.liaptui.common.redis.RoomFields;
import io.liaptui.ws.journal.RoomJournal.Bind;
import io.liaptui.ws.journal.RoomJournal.Claim;
import io.liaptui.ws.journal.RoomJournal.Created;
import io.liaptui.ws.journal.RoomJournal.RoomWrite;
import io.liaptui.ws.journal.RoomJournal.Snapshot;
import io.liaptui.ws.redis.RedisProcess;
import io.liaptui.ws.redis.RedisSettings;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisJournalTest extends RoomTwoPastsContract {
    private static RedisProcess redis;
    private static RedisJournal journal;

    @BeforeAll
    static void start() {
        redis = new RedisProcess();
        journal = new RedisJournal(redis.vertx(), redis.options(), RedisProcess.settings(RedisSettings.class));
    }

    @AfterAll
    static void stop() {
        journal.close();
        redis.close();
    }

    @BeforeEach
    void empty() {
        redis.run(Command.FLUSHALL);
    }

    @Override
    RoomJournal journal() {
        return journal;
    }

    @Override
    void tamper(RoomId room, String field, String value) {
        redis.run(Command.HSET, RedisKeys.room(room), field, value);
    }

    @Override
    void lose(RoomId room) {
        redis.run(Command.DEL, keys().toArray());
    }

    @Override
    List<String> stored() {
        return redis.run(Command.XRANGE, RedisKeys.log(ROOM), "-", "+").stream()
                .map(entry -> Entry.read(entry.get(0).toString(), Answers.map(entry.get(1))))
                .map(entry -> entry.version() + "@" + entry.epoch())
                .toList();
    }

    /** As a fail-over to a replica that had not received the last writes. */
    @Override
    Runnable rollBack() {
        Map<String, Response> dumps = new HashMap<>();
        keys().forEach(key -> dumps.put(key, redis.run(Command.DUMP, key)));
        return () -> dumps.forEach((key, dump) -> {
            redis.run(Command.DEL, key);
            if (dump != null) {
                redis.run(Command.RESTORE, key, 0, dump.toBuffer());
            }
        });
    }

    @Test
    void aGameThatIsKeptNowhereCanBeReadForAnHour() {
        Fence fence = whole();
        keys().forEach(key -> assertThat(lives(key)).isEqualTo(-1));
        await(journal.close(fence, 1, Ending.UNKEPT));
        keys().forEach(key -> assertThat(lives(key)).as(key).isBetween(3_590_000L, 3_600_000L));
    }

    @Test
    void ofAnArchivedGameOnlyTheHashStaysLongerThanAMinute() {
        Fence fence = whole();
        await(journal.close(fence, 1, Ending.ARCHIVED));
        assertThat(lives(RedisKeys.room(ROOM))).isBetween(3_590_000L, 3_600_000L);
        keys().subList(1, 4).forEach(key -> assertThat(lives(key)).as(key).isBetween(50_000L, 60_000L));
    }

    @Test
    void ofARoomThatNobodyPlayedInASmallTombstoneStaysOutlivingEveryRestore() {
        Fence fence = whole();
        redis.run(Command.HSET, RedisKeys.room(ROOM), RoomFields.SEATS, "[" + "x".repeat(1_000) + "]");
        await(journal.close(fence, 1, Ending.UNPLAYED));
        keys().subList(1, 4).forEach(key -> assertThat(lives(key)).as(key).isEqualTo(-2));
        assertThat(lives(RedisKeys.room(ROOM))).isBetween(890_000L, 900_000L);
        assertThat(redis.run(Command.MEMORY, "USAGE", RedisKeys.room(ROOM)).toLong())
                .isLessThan(300);
    }

    @Test
    void aBrokenRoomKeepsAllItsKeys() {
        Fence fence = whole();
        await(journal.close(fence, 1, Ending.BROKEN));
        keys().forEach(key -> assertThat(lives(key)).as(key).isEqualTo(-1));
        assertThat(await(journal.claim(ROOM, A, A, fence.epoch(), 1))).isEqualTo(new Claim.Over("broken"));
    }

    @Test
    void anIdWhoseLogOutlivedItsHashIsTaken() {
        created();
        redis.run(Command.DEL, RedisKeys.room(ROOM));
        assertThat(await(journal.create(ROOM, A, "second", firstEntry(), opening())))
                .isEqualTo(new Created.Taken());
    }

    @Test
    void aGenerationIsOneMoreWhenTheOldOneIsAheadOfTheClock() {
        created(new RoomWrite(opening().fields(), Optional.empty(), JournalFixtures.seat(0, "Ann", "hash-a")));
        redis.run(Command.HSET, RedisKeys.seats(ROOM), "g:0", 9_000_000_000_000L);
        assertThat(await(journal.bind(ROOM, "hash-a")))
                .isInstanceOfSatisfying(Bind.Bound.class, bound -> assertThat(bound.generation())
                        .isEqualTo(9_000_000_000_001L));
    }

    @Test
    void entriesStandUnderTheirVersions() {
        Fence fence = created();
        append(fence, 1, JournalFixtures.entry(fence, 2), JournalFixtures.entry(fence, 3));
        assertThat(redis.run(Command.XRANGE, RedisKeys.log(ROOM), "-", "+").stream()
                        .map(entry -> entry.get(0).toString()))
                .containsExactly("1-0", "2-0", "3-0");
    }

    /** With every key that a room may have. */
    private Fence whole() {
        Snapshot snapshot = new Snapshot(1, 1, 1, "{}");
        return created(
                new RoomWrite(opening().fields(), Optional.of(snapshot), JournalFixtures.seat(0, "Ann", "hash-a")));
    }

    private static long lives(String key) {
        return redis.run(Command.PTTL, key).toLong();
    }

    private static List<String> keys() {
        return List.of(RedisKeys.room(ROOM), RedisKeys.log(ROOM), RedisKeys.snapshot(ROOM), RedisKeys.seats(ROOM));
    }
}
