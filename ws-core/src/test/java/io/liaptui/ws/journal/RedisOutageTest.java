package io.liaptui.ws.journal;

import static io.liaptui.ws.journal.JournalFixtures.A;
import static io.liaptui.ws.journal.JournalFixtures.B;
import static io.liaptui.ws.journal.JournalFixtures.ROOM;
import static io.liaptui.ws.journal.JournalFixtures.entry;
import static io.liaptui.ws.journal.JournalFixtures.firstEntry;
import static io.liaptui.ws.journal.JournalFixtures.opening;
import static io.liaptui.ws.journal.RoomJournalContract.await;
import static io.liaptui.ws.redis.Eventually.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.RedisKeys;
import io.liaptui.ws.journal.RoomJournal.Claim;
import io.liaptui.ws.journal.RoomJournal.Created;
import io.liaptui.ws.journal.RoomJournal.RoomWrite;
import io.liaptui.ws.redis.RedisProcess;
import io.liaptui.ws.redis.RedisRefusal;
import io.liaptui.ws.redis.RedisSettings;
import io.vertx.redis.client.Command;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A real server that stops, freezes, forgets its scripts or is full. Deadlines are shortened. */
class RedisOutageTest {
    private static final int DEADLINE = 200;

    private final RedisProcess redis = new RedisProcess();
    private final RedisJournal journal = new RedisJournal(
            redis.vertx(),
            redis.options(),
            RedisProcess.settings(
                    RedisSettings.class,
                    "liap.redis.deadline",
                    DEADLINE + "ms",
                    "liap.redis.first-repeat",
                    "20ms",
                    "liap.redis.longest-repeat",
                    "100ms"));

    @AfterEach
    void stop() {
        journal.close();
        redis.close();
    }

    @Test
    void aServerThatForgotItsScriptsGetsThemAgain() {
        await(journal.start());
        Fence fence = create();
        redis.run(Command.SCRIPT, "FLUSH");
        assertThat(await(append(fence, 1))).isEqualTo(new Outcome.Done(2, false));
        redis.run(Command.SCRIPT, "FLUSH");
        assertThat(await(journal.claim(ROOM, B, A, fence.epoch(), 1))).isInstanceOf(Claim.Claimed.class);
    }

    @Test
    void writesWaitForAServerThatRestartsAndReadsSayThatItIsAway() throws Exception {
        create();
        CountDownLatch back = new CountDownLatch(1);
        journal.onReturn(back::countDown);
        redis.stop();

        assertAway(journal.look(ROOM));
        CompletableFuture<Created> waiting =
                journal.create(ROOM, A, "second", firstEntry(), opening()).toCompletableFuture();
        assertThatThrownBy(() -> waiting.get(2L * DEADLINE, TimeUnit.MILLISECONDS))
                .isInstanceOf(TimeoutException.class);

        redis.startEmpty();
        assertThat(await(waiting)).isInstanceOf(Created.Fresh.class);
        assertThat(back.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void oneOutageIsOneReturnHoweverManyConnectionsBroke() {
        await(journal.start());
        List<RoomId> rooms = IntStream.range(0, 16)
                .mapToObj(number -> new RoomId("ROOM%02d".formatted(number)))
                .toList();
        rooms.forEach(room -> await(journal.look(room)));
        assertThat(redis.run(Command.CLIENT, "LIST", "TYPE", "normal")
                        .toString()
                        .lines())
                .hasSize(1 + 4);
        AtomicInteger returns = new AtomicInteger();
        journal.onReturn(returns::incrementAndGet);
        for (int outage = 1; outage <= 3; outage++) {
            redis.run(Command.CLIENT, "KILL", "TYPE", "normal");
            // Nobody calls: the journal finds out by itself
            int times = outage;
            until("return " + times, () -> returns.get() == times);
            rooms.forEach(room -> await(journal.look(room)));
            assertThat(returns).hasValue(times);
        }
    }

    @Test
    void aReturnIsAReturnOfWritesNotOfAReplica() {
        Fence fence = create();
        AtomicInteger returns = new AtomicInteger();
        journal.onReturn(returns::incrementAndGet);
        redis.run(Command.REPLICAOF, "127.0.0.1", "1");
        CompletableFuture<Outcome> waiting = append(fence, 1).toCompletableFuture();
        assertThatThrownBy(() -> waiting.get(3L * DEADLINE, TimeUnit.MILLISECONDS))
                .isInstanceOf(TimeoutException.class);
        assertThat(returns).hasValue(0);
        redis.run(Command.REPLICAOF, "NO", "ONE");
        await(waiting);
        until("a return", () -> returns.get() == 1);
    }

    @Test
    void aFullServerRestoresNothingAndLosesNothing() throws Exception {
        Fence fence = create();
        redis.run(Command.CONFIG, "SET", "maxmemory", "1");
        CompletableFuture<Outcome> waiting = journal.restore(
                        fence, RoomHandoverContract.remembered(fence, 2, entry(fence, 2)))
                .toCompletableFuture();
        assertThatThrownBy(() -> waiting.get(DEADLINE, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        assertThat(await(journal.check(fence))).isEqualTo(new Outcome.Done(1, false));
        assertThat(redis.run(Command.XLEN, RedisKeys.log(ROOM)).toLong()).isEqualTo(1);
        redis.run(Command.CONFIG, "SET", "maxmemory", "0");
        assertThat(await(waiting)).isEqualTo(new Outcome.Done(0, false));
        redis.run(Command.CONFIG, "SET", "maxmemory", "1");
        assertThat(await(journal.close(fence, 2, Ending.BROKEN))).isEqualTo(new Outcome.Done(0, false));
    }

    @Test
    void anOwnerFindsHisRoomsMissingAfterAnEmptyRestart() {
        Fence fence = create();
        redis.stop();
        redis.startEmpty();
        assertThat(await(append(fence, 1))).isEqualTo(new Outcome.Missing());
    }

    @Test
    void anAppendIntoAFrozenServerIsStoredOnceWhenItThaws() throws Exception {
        Fence fence = create();
        redis.freeze();
        CompletableFuture<Outcome> waiting = append(fence, 1).toCompletableFuture();

        assertAway(journal.check(fence));
        assertThatThrownBy(() -> waiting.get(3L * DEADLINE, TimeUnit.MILLISECONDS))
                .isInstanceOf(TimeoutException.class);

        redis.thaw();
        // What lay in the buffers of the replaced connections runs too, before or after the repeat
        assertThat(await(waiting)).isIn(new Outcome.Done(2, false), new Outcome.Done(2, true));
        assertThat(await(append(fence, 2))).isEqualTo(new Outcome.Done(3, false));
        assertThat(await(journal.check(fence))).isEqualTo(new Outcome.Done(3, false));
        assertThat(redis.run(Command.XLEN, RedisKeys.log(ROOM)).toLong()).isEqualTo(3);
    }

    @Test
    void aFullServerMakesWritesWaitButRoomsCanBeClosed() throws Exception {
        Fence fence = create();
        redis.run(Command.CONFIG, "SET", "maxmemory-policy", "noeviction");
        redis.run(Command.CONFIG, "SET", "maxmemory", "1");

        CompletableFuture<Outcome> waiting = append(fence, 1).toCompletableFuture();
        assertThatThrownBy(() -> waiting.get(DEADLINE, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        assertThat(await(journal.check(fence))).isEqualTo(new Outcome.Done(1, false));
        assertThat(redis.run(Command.XLEN, RedisKeys.log(ROOM)).toLong()).isEqualTo(1);

        redis.run(Command.CONFIG, "SET", "maxmemory", "0");
        assertThat(await(waiting)).isEqualTo(new Outcome.Done(2, false));

        redis.run(Command.CONFIG, "SET", "maxmemory", "1");
        assertThat(await(journal.close(fence, 2, Ending.UNKEPT))).isEqualTo(new Outcome.Done(0, false));
    }

    /** The design's bound: what is left belongs to the games that run. */
    @Test
    void aServerAboveSeventyPercentOfItsMemoryIsFillingAndGamesGoOn() {
        Fence fence = create();
        assertThat(await(journal.isFilling())).as("without a limit").isFalse();
        redis.run(Command.CONFIG, "SET", "maxmemory-policy", "noeviction");
        long used = used();
        redis.run(Command.CONFIG, "SET", "maxmemory", Long.toString(used * 2));
        isFillingSoon(false);
        redis.run(Command.CONFIG, "SET", "maxmemory", Long.toString(used * 5 / 4));
        isFillingSoon(true);
        assertThat(await(append(fence, 1))).isEqualTo(new Outcome.Done(2, false));
        redis.run(Command.CONFIG, "SET", "maxmemory", "0");
        isFillingSoon(false);
    }

    private long used() {
        Matcher used = Pattern.compile("used_memory:(\\d+)")
                .matcher(redis.run(Command.INFO, "memory").toString());
        assertThat(used.find()).isTrue();
        return Long.parseLong(used.group(1));
    }

    /** It is known a second late. */
    private void isFillingSoon(boolean filling) {
        until("filling: " + filling, () -> await(journal.isFilling()) == filling);
    }

    @Test
    void aServerThatBecameAReplicaMakesWritesWait() {
        Fence fence = create();
        redis.run(Command.REPLICAOF, "127.0.0.1", "1");
        CompletableFuture<Outcome> waiting = append(fence, 1).toCompletableFuture();
        assertThatThrownBy(() -> waiting.get(2L * DEADLINE, TimeUnit.MILLISECONDS))
                .isInstanceOf(TimeoutException.class);
        redis.run(Command.REPLICAOF, "NO", "ONE");
        assertThat(await(waiting)).isEqualTo(new Outcome.Done(2, false));
    }

    @Test
    void keysOfAnotherKindAreADefectAndNotRepeated() {
        redis.run(Command.SET, RedisKeys.room(ROOM), "not ours");
        assertThatThrownBy(() -> journal.create(ROOM, A, "first", firstEntry(), opening())
                        .toCompletableFuture()
                        .get(5, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(RedisRefusal.class)
                .hasMessageContaining("WRONGTYPE");
    }

    @Test
    void whoWaitsWhenTheJournalIsClosedIsTold() {
        redis.stop();
        CompletionStage<Created> waiting = journal.create(ROOM, A, "first", firstEntry(), opening());
        journal.close();
        assertAway(waiting);
        assertAway(journal.look(ROOM));
        redis.startEmpty();
    }

    private Fence create() {
        Created created = await(journal.create(ROOM, A, "first", firstEntry(), opening()));
        return new Fence(ROOM, A, ((Created.Fresh) created).epoch());
    }

    private CompletionStage<Outcome> append(Fence fence, long expected) {
        return journal.append(fence, expected, List.of(entry(fence, expected + 1)), RoomWrite.of(Map.of()));
    }

    private static void assertAway(CompletionStage<?> stage) {
        assertThatThrownBy(() -> stage.toCompletableFuture().get(5, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(JournalAway.class);
    }
}
