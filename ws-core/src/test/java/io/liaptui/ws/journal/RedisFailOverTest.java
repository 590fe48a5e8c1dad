package io.liaptui.ws.journal;

import static io.liaptui.ws.journal.JournalFixtures.A;
import static io.liaptui.ws.journal.JournalFixtures.ROOM;
import static io.liaptui.ws.journal.JournalFixtures.entry;
import static io.liaptui.ws.journal.JournalFixtures.firstEntry;
import static io.liaptui.ws.journal.JournalFixtures.opening;
import static io.liaptui.ws.journal.RoomJournalContract.await;
import static io.liaptui.ws.redis.Eventually.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liaptui.common.history.Schema;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.RedisKeys;
import io.liaptui.ws.journal.RoomJournal.Created;
import io.liaptui.ws.journal.RoomJournal.RoomWrite;
import io.liaptui.ws.measure.Measures;
import io.liaptui.ws.redis.Endpoint;
import io.liaptui.ws.redis.RedisProcess;
import io.liaptui.ws.redis.RedisSettings;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real primary and a real replica behind one address. */
class RedisFailOverTest {
    private final RedisProcess primary = new RedisProcess();
    private final RedisProcess replica = new RedisProcess();
    private final Endpoint endpoint = new Endpoint(primary);
    private final AtomicInteger unreplicated = new AtomicInteger();
    private final List<RedisJournal> journals = new ArrayList<>();

    @BeforeEach
    void start() {
        replica.replicaOf(primary);
    }

    @AfterEach
    void stop() {
        journals.forEach(RedisJournal::close);
        endpoint.close();
        replica.close();
        primary.close();
    }

    @Test
    void anAcknowledgedAppendOutlivesThePrimary() {
        RedisJournal journal = journal("replica");
        AtomicInteger returns = new AtomicInteger();
        journal.onReturn(returns::incrementAndGet);
        Fence fence = create(journal, ROOM);
        for (long version = 1; version < 20; version++) {
            assertThat(await(append(journal, fence, version))).isEqualTo(new Outcome.Done(version + 1, false));
        }
        primary.kill();
        replica.promote();
        endpoint.leadTo(replica);

        assertThat(unreplicated).hasValue(0);
        assertThat(replica.run(Command.XLEN, RedisKeys.log(ROOM)).toLong()).isEqualTo(20);
        // The same journal goes on: the promoted server does not know the scripts
        assertThat(await(append(journal, fence, 20))).isEqualTo(new Outcome.Done(21, false));
        assertThat(await(journal.check(fence))).isEqualTo(new Outcome.Done(21, false));
        until("one return", () -> returns.get() == 1);
        primary.startEmpty();
    }

    @Test
    void whatNoReplicaAcknowledgedIsSentAnywayAndCounted() {
        RedisJournal journal = journal("replica");
        await(journal.start());
        Fence fence = create(journal, ROOM);
        assertThat(unreplicated).hasValue(0);
        replica.freeze();
        for (int zeros = 1; zeros <= 3; zeros++) {
            long begun = System.nanoTime();
            assertThat(await(append(journal, fence, zeros))).isEqualTo(new Outcome.Done(zeros + 1, false));
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(95));
            assertThat(unreplicated).hasValue(zeros);
        }
        long waits = waits();
        assertThat(await(append(journal, fence, 4))).isEqualTo(new Outcome.Done(5, false));
        assertThat(unreplicated).hasValue(4);
        assertThat(waits()).isEqualTo(waits).isEqualTo(4);
    }

    /** The first try was stored on the primary alone, its connection cut before the replica had it. */
    @Test
    void aRepeatThatFindsItsWriteStoredWaitsForTheReplicaToo() throws Exception {
        RedisJournal journal = journal("replica");
        Fence fence = create(journal, ROOM);
        replica.freeze();
        CompletableFuture<Outcome> waiting = append(journal, fence, 1).toCompletableFuture();
        until(
                "stored on the primary",
                () -> primary.run(Command.XLEN, RedisKeys.log(ROOM)).toLong() == 2);
        endpoint.cut();
        assertThat(await(waiting)).isEqualTo(new Outcome.Done(2, true));
        assertThat(unreplicated).hasValue(1);
    }

    @Test
    void writesThatComeTogetherWaitTogether() {
        RedisJournal journal = journal("replica", "liap.redis.connections", "1");
        List<CompletionStage<Created>> rooms = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            rooms.add(journal.create(new RoomId("%06X".formatted(i)), A, "first", firstEntry(), opening()));
        }
        rooms.forEach(room -> assertThat(await(room)).isInstanceOf(Created.Fresh.class));
        assertThat(waits()).isBetween(1L, 100L);
        assertThat(unreplicated).hasValue(0);
    }

    @Test
    void withDurabilityPrimaryNobodyWaits() {
        RedisJournal journal = journal("primary");
        replica.freeze();
        Fence fence = create(journal, ROOM);
        assertThat(await(append(journal, fence, 1))).isEqualTo(new Outcome.Done(2, false));
        assertThat(waits()).isEqualTo(0);
        assertThat(unreplicated).hasValue(0);
    }

    @Test
    void anOwnerPutsBackWhatAFailOverLost() {
        RedisJournal journal = journal("primary");
        Fence fence = create(journal, ROOM);
        assertThat(await(append(journal, fence, 1))).isEqualTo(new Outcome.Done(2, false));
        until(
                "a replica in step",
                () -> replica.run(Command.XLEN, RedisKeys.log(ROOM)).toLong() == 2);
        // From here the replica receives nothing, and the primary does not know
        replica.promote();
        assertThat(await(append(journal, fence, 2))).isEqualTo(new Outcome.Done(3, false));
        primary.kill();
        endpoint.leadTo(replica);

        assertThat(await(append(journal, fence, 3))).isEqualTo(new Outcome.Behind(fence.epoch(), 2));
        assertThat(await(journal.restore(
                        fence, RoomHandoverContract.remembered(fence, 3, entry(fence, 2), entry(fence, 3)))))
                .isEqualTo(new Outcome.Done(0, false));
        assertThat(await(append(journal, fence, 3))).isEqualTo(new Outcome.Done(4, false));
        assertThat(await(journal.look(ROOM)).orElseThrow()).doesNotContainKey("hole");
        primary.startEmpty();
    }

    @Test
    void aPrimaryThatWasDemotedStoresNothingAndTheNextAttemptGoesToTheNewOne() {
        RedisJournal journal = journal("replica");
        Fence fence = create(journal, ROOM);
        replica.promote();
        primary.replicaOf(replica);
        CompletableFuture<Outcome> waiting = append(journal, fence, 1).toCompletableFuture();
        assertThatThrownBy(() -> waiting.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        endpoint.leadTo(replica);
        assertThat(await(waiting)).isEqualTo(new Outcome.Done(2, false));
        assertThat(replica.run(Command.XLEN, RedisKeys.log(ROOM)).toLong()).isEqualTo(2);
    }

    @Test
    void aSlowServerIsSlowForEachRoomNotForAllInTurn() {
        RedisJournal journal = journal("replica");
        await(journal.start());
        endpoint.slowDown(Duration.ofMillis(200));
        long begun = System.nanoTime();
        List<CompletionStage<Created>> rooms = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            rooms.add(journal.create(new RoomId("%06X".formatted(i)), A, "first", firstEntry(), opening()));
        }
        rooms.forEach(room -> assertThat(await(room)).isInstanceOf(Created.Fresh.class));
        // Connecting, one batch, one more for those that came meanwhile; 100 round trips would be 20 s
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isBetween(Duration.ofMillis(200), Duration.ofSeconds(5));
        assertThat(unreplicated).hasValue(0);
    }

    private RedisJournal journal(String durability, String... more) {
        List<String> settings = new ArrayList<>(List.of("liap.redis.durability", durability));
        settings.addAll(List.of(more));
        RedisJournal journal = new RedisJournal(
                primary.vertx(),
                endpoint.options(),
                RedisProcess.settings(RedisSettings.class, settings.toArray(String[]::new)),
                Schema.ofBuild(),
                new Measures() {
                    @Override
                    public void unreplicated() {
                        unreplicated.incrementAndGet();
                    }
                });
        journals.add(journal);
        return journal;
    }

    private static Fence create(RedisJournal journal, RoomId room) {
        Created created = await(journal.create(room, A, "first", firstEntry(), opening()));
        return new Fence(room, A, ((Created.Fresh) created).epoch());
    }

    private static CompletionStage<Outcome> append(RedisJournal journal, Fence fence, long expected) {
        return journal.append(fence, expected, List.of(entry(fence, expected + 1)), RoomWrite.of(Map.of()));
    }

    /** How many WAIT the primary carried out. */
    private long waits() {
        return String.valueOf(primary.run(Command.INFO, "commandstats"))
                .lines()
                .filter(line -> line.startsWith("cmdstat_wait:calls="))
                .mapToLong(line -> Long.parseLong(line.substring(line.indexOf('=') + 1, line.indexOf(','))))
                .findFirst()
                .orElse(0);
    }
}
