package io.liaptui.ws.journal;

import static io.liaptui.ws.journal.JournalFixtures.A;
import static io.liaptui.ws.journal.JournalFixtures.B;
import static io.liaptui.ws.journal.JournalFixtures.ROOM;
import static io.liaptui.ws.journal.JournalFixtures.entry;
import static io.liaptui.ws.journal.JournalFixtures.firstEntry;
import static io.liaptui.ws.journal.JournalFixtures.opening;
import static io.liaptui.ws.journal.RoomJournalContract.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liaptui.common.history.Entry;
import io.liaptui.common.history.Schema;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.redis.RedisKeys;
import io.liaptui.common.redis.RoomFields;
import io.liaptui.ws.journal.RoomJournal.Claim;
import io.liaptui.ws.journal.RoomJournal.Created;
import io.liaptui.ws.journal.RoomJournal.RoomWrite;
import io.liaptui.ws.journal.RoomJournal.Snapshot;
import io.liaptui.ws.measure.Measures;
import io.liaptui.ws.redis.RedisProcess;
import io.liaptui.ws.redis.RedisSettings;
import io.vertx.redis.client.Command;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two releases on one Redis: the older reads schema 1, the newer 1 and 2, before and after its writing was raised. */
class RedisSchemaTest {
    private static RedisProcess redis;
    private static RedisJournal older;
    private static RedisJournal newer;
    private static RedisJournal raised;

    @BeforeAll
    static void start() {
        redis = new RedisProcess();
        older = journal(new Schema(1, 1));
        newer = journal(new Schema(2, 1));
        raised = journal(new Schema(2, 2));
    }

    @AfterAll
    static void stop() {
        older.close();
        newer.close();
        raised.close();
        redis.close();
    }

    @BeforeEach
    void empty() {
        redis.run(Command.FLUSHALL);
    }

    @Test
    void aRollBackIsSafeUntilWritingIsRaised() {
        Fence fence = create(newer);
        append(newer, fence, 1, true);
        append(newer, fence, 2, false);
        assertThat(claim(older, fence).entries()).containsExactly(entry(fence, 3));
        assertThat(hash()).containsEntry(RoomFields.SCHEMA, "1");
    }

    @Test
    void theNewerReadsWhatTheOlderWroteAndTheOlderDoesNotGuess() {
        Fence first = create(older);
        append(older, first, 1, true);
        Claim.Claimed claimed = claim(raised, first);
        assertThat(claimed.snapshot()).isPresent();
        Fence second = new Fence(ROOM, B, claimed.epoch());
        append(raised, second, 2, false);
        assertThat(hash()).containsEntry(RoomFields.SCHEMA, "2");

        assertThat(await(older.claim(ROOM, A, B, second.epoch(), older.schema().reads())))
                .isEqualTo(new Claim.TooNew(2));
        assertThat(hash()).containsEntry(RoomFields.OWNER, B.value());

        // A log of both schemas, read by a node whose writing is not raised yet; what it writes hides nothing
        Claim.Claimed again = claim(newer, second);
        assertThat(again.entries()).containsExactly(entry(second, 3));
        Fence third = new Fence(ROOM, A, again.epoch());
        append(newer, third, 3, false);
        assertThat(hash()).containsEntry(RoomFields.SCHEMA, "2");
        assertThat(claim(raised, third).entries()).containsExactly(entry(second, 3), entry(third, 4));
        assertThat(fields(1)).containsKey("ev");
        assertThat(fields(3)).containsKey("ev2").doesNotContainKey("ev");
        assertThat(fields(4)).containsKey("ev");
    }

    @Test
    void whatANewerSchemaWroteCannotBeReadEvenIfSomebodyClaimsIt() {
        Fence fence = create(raised);
        assertThatThrownBy(() -> claim(older, fence, 2)).hasStackTraceContaining("entry 1-0 is written in schema 2");
        empty();
        Fence another = create(raised);
        append(raised, another, 1, true);
        assertThatThrownBy(() -> claim(older, another, 2))
                .hasStackTraceContaining("the snapshot at version 2 is written in schema 2, this release reads 1");
        // As a release would find it that never heard of a schema 2: no events, so no guess
        Map<String, String> entry = fields(2);
        assertThatThrownBy(() -> Entry.read("2-0", Map.of("ep", entry.get("ep"), "t", "1", "first", "2")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aHandoverAndARestoreRaiseTheSchemaWithoutAnAppend() {
        Fence fence = create(newer);
        Outcome.Done named = (Outcome.Done) await(raised.handover(fence, 1, B, snapshot(fence, 1)));
        assertThat(await(older.claim(ROOM, B, B, named.number(), 1))).isEqualTo(new Claim.TooNew(2));
        empty();
        Fence another = create(newer);
        assertThat(await(raised.restore(another, RoomHandoverContract.remembered(another, 2, entry(another, 2)))))
                .isEqualTo(new Outcome.Done(0, false));
        assertThat(hash()).containsEntry(RoomFields.SCHEMA, "2");
        assertThat(fields(2)).containsKey("ev2");
    }

    @Test
    void whatARelaseOfTheSameSchemaAddedIsLeftAside() {
        Fence fence = create(older);
        redis.run(Command.HSET, RedisKeys.room(ROOM), "colour", "green");
        String event = "[{\"type\":\"room.host\",\"mood\":\"good\",\"all\":{\"a\":1,\"b\":[2]}}]";
        redis.run(
                Command.XADD,
                RedisKeys.log(ROOM),
                "2-0",
                "ep",
                fence.epoch(),
                "t",
                5,
                "first",
                2,
                "ev",
                event,
                "cmd",
                "[]",
                "left",
                7,
                "weather",
                "sunny");
        redis.run(Command.HSET, RedisKeys.room(ROOM), "version", 2);
        Claim.Claimed claimed = claim(older, fence);
        assertThat(claimed.hash()).containsEntry("colour", "green");
        Entry read = claimed.entries().getLast();
        assertThat(read.left()).isEqualTo(7);
        assertThat(read.events().getFirst().all().toString()).isEqualTo("{\"a\":1,\"b\":[2]}");
        // And the log still has it for those who know
        assertThat(fields(2)).containsEntry("weather", "sunny").containsEntry("ev", event);
    }

    private static RedisJournal journal(Schema schema) {
        return new RedisJournal(
                redis.vertx(), redis.options(), RedisProcess.settings(RedisSettings.class), schema, Measures.NONE);
    }

    private static Fence create(RedisJournal journal) {
        Created created = await(journal.create(ROOM, A, "first", firstEntry(), opening()));
        return new Fence(ROOM, A, ((Created.Fresh) created).epoch());
    }

    private static void append(RedisJournal journal, Fence fence, long expected, boolean withSnapshot) {
        Optional<Snapshot> snapshot = withSnapshot ? Optional.of(snapshot(fence, expected + 1)) : Optional.empty();
        assertThat(await(journal.append(
                        fence,
                        expected,
                        List.of(entry(fence, expected + 1)),
                        new RoomWrite(Map.of(), snapshot, Map.of()))))
                .isEqualTo(new Outcome.Done(expected + 1, false));
    }

    private static Snapshot snapshot(Fence fence, long version) {
        return RoomHandoverContract.snapshot(fence, version);
    }

    private static Claim.Claimed claim(RedisJournal journal, Fence fence) {
        return claim(journal, fence, journal.schema().reads());
    }

    private static Claim.Claimed claim(RedisJournal journal, Fence fence, int reads) {
        NodeId other = fence.node().equals(A) ? B : A;
        return (Claim.Claimed) await(journal.claim(ROOM, other, fence.node(), fence.epoch(), reads));
    }

    private static Map<String, String> hash() {
        return await(older.look(ROOM)).orElseThrow();
    }

    private static Map<String, String> fields(long version) {
        return Answers.map(redis.run(Command.XRANGE, RedisKeys.log(ROOM), version, version)
                .get(0)
                .get(1));
    }
}
