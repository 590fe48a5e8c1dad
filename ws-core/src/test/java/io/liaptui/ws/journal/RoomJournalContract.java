package io.liaptui.ws.journal;

import static io.liaptui.ws.journal.JournalFixtures.A;
import static io.liaptui.ws.journal.JournalFixtures.B;
import static io.liaptui.ws.journal.JournalFixtures.ROOM;
import static io.liaptui.ws.journal.JournalFixtures.entry;
import static io.liaptui.ws.journal.JournalFixtures.firstEntry;
import static io.liaptui.ws.journal.JournalFixtures.opening;
import static io.liaptui.ws.journal.JournalFixtures.seat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liaptui.common.history.Entry;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.redis.RoomFields;
import io.liaptui.ws.journal.RoomJournal.Bind;
import io.liaptui.ws.journal.RoomJournal.Claim;
import io.liaptui.ws.journal.RoomJournal.Created;
import io.liaptui.ws.journal.RoomJournal.RoomWrite;
import io.liaptui.ws.journal.RoomJournal.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * What every journal answers, and when it writes: docs/ownership.md 5, line by line. A call that comes
 * late or twice is the same call made again.
 */
abstract class RoomJournalContract {
    /** An epoch no clock reaches. */
    private static final long FAR = 9_000_000_000_000L;

    abstract RoomJournal journal();

    /** Sets a field of a room's hash behind the journal's back, as a fail-over or a newer release might. */
    abstract void tamper(RoomId room, String field, String value);

    /** Loses a room. */
    abstract void lose(RoomId room);

    /** Remembers what is stored of the room; running the answer makes the journal forget what happened since. */
    abstract Runnable rollBack();

    static <T> T await(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("no answer", e);
        }
    }

    Fence created() {
        return created(opening());
    }

    Fence created(RoomWrite write) {
        Created answer = await(journal().create(ROOM, A, "first", firstEntry(), write));
        return new Fence(ROOM, A, ((Created.Fresh) answer).epoch());
    }

    Map<String, String> hash() {
        return await(journal().look(ROOM)).orElseThrow();
    }

    Claim.Claimed claimed(NodeId node, NodeId seen, long epoch) {
        return (Claim.Claimed) await(journal().claim(ROOM, node, seen, epoch, 1));
    }

    Outcome append(Fence fence, long expected, Entry... entries) {
        return await(
                journal().append(fence, expected, List.of(entries), RoomWrite.of(Map.of("touched", "" + expected))));
    }

    // create

    @Test
    void createMakesARoomAtTheTimeOfTheJournal() {
        long before = System.currentTimeMillis();
        Fence fence = created();

        assertThat(fence.epoch()).isBetween(before - 1, System.currentTimeMillis() + 1);
        assertThat(hash())
                .containsEntry(RoomFields.OWNER, A.value())
                .containsEntry(RoomFields.EPOCH, "" + fence.epoch())
                .containsEntry(RoomFields.VERSION, "1")
                .containsEntry(RoomFields.MOVES, "0")
                .containsEntry(RoomFields.CREATE_ID, "first")
                .containsEntry(RoomFields.STATUS, "open")
                .containsEntry(RoomFields.GAME, "liaptui");
        assertThat(await(journal().check(fence))).isEqualTo(new Outcome.Done(1, false));
    }

    @Test
    void createWritesItsEpochIntoTheFirstEntry() {
        Fence fence = created();
        assertThat(claimed(B, A, fence.epoch()).entries())
                .containsExactly(firstEntry().inEpoch(fence.epoch()));
    }

    @Test
    void theSameCreateTwiceMakesOneRoom() {
        Fence fence = created();
        assertThat(append(fence, 1, entry(fence, 2))).isEqualTo(new Outcome.Done(2, false));

        assertThat(await(journal().create(ROOM, A, "first", firstEntry(), opening())))
                .isEqualTo(new Created.Already(fence.epoch()));
        assertThat(hash()).containsEntry(RoomFields.VERSION, "2");
    }

    @Test
    void anIdInUseIsTaken() {
        created();
        assertThat(await(journal().create(ROOM, A, "second", firstEntry(), opening())))
                .isEqualTo(new Created.Taken());
        assertThat(await(journal().create(ROOM, B, "first", firstEntry(), opening())))
                .isEqualTo(new Created.Taken());
    }

    @Test
    void aTombstoneKeepsItsIdTaken() {
        Fence fence = created();
        assertThat(await(journal().close(fence, 1, Ending.UNKEPT))).isEqualTo(new Outcome.Done(0, false));
        assertThat(await(journal().create(ROOM, A, "second", firstEntry(), opening())))
                .isEqualTo(new Created.Taken());
    }

    @Test
    void createTakesTheFirstEntryOnly() {
        Entry second = entry(new Fence(ROOM, A, 0), 2);
        assertThatThrownBy(() -> journal().create(ROOM, A, "first", second, opening()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("entry 1");
    }

    // claim

    @Test
    void claimGivesANewEpochAndEverythingStored() {
        RoomWrite write = new RoomWrite(opening().fields(), Optional.empty(), seat(0, "Ann", "hash-a"));
        Fence fence = created(write);
        append(fence, 1, entry(fence, 2), entry(fence, 3));

        Claim.Claimed claimed = claimed(B, A, fence.epoch());

        assertThat(claimed.epoch()).isGreaterThan(fence.epoch());
        assertThat(claimed.hash())
                .containsEntry(RoomFields.OWNER, B.value())
                .containsEntry(RoomFields.EPOCH, "" + claimed.epoch())
                .containsEntry(RoomFields.MOVES, "1")
                .containsEntry(RoomFields.VERSION, "3");
        assertThat(claimed.snapshot()).isEmpty();
        assertThat(claimed.entries())
                .containsExactly(firstEntry().inEpoch(fence.epoch()), entry(fence, 2), entry(fence, 3));
        assertThat(claimed.seats()).containsEntry("p:0", "Ann").containsEntry("t:0", "hash-a");
    }

    @Test
    void claimGivesTheSnapshotAndOnlyLaterEntries() {
        Fence fence = created();
        Snapshot snapshot = new Snapshot(1, 2, fence.epoch(), "{\"state\":\n\"ünï\"}");
        await(journal()
                .append(fence, 1, List.of(entry(fence, 2)), new RoomWrite(Map.of(), Optional.of(snapshot), Map.of())));
        append(fence, 2, entry(fence, 3));

        Claim.Claimed claimed = claimed(B, A, fence.epoch());

        assertThat(claimed.snapshot()).contains(snapshot);
        assertThat(claimed.entries()).containsExactly(entry(fence, 3));
    }

    @Test
    void anEpochIsOneMoreWhenTheOldOneIsAheadOfTheClock() {
        created();
        tamper(ROOM, RoomFields.EPOCH, "" + FAR);
        assertThat(claimed(B, A, FAR).epoch()).isEqualTo(FAR + 1);
    }

    @Test
    void aClaimOfWhatIsNoLongerAsSeenIsLost() {
        Fence fence = created();
        Claim.Claimed first = claimed(B, A, fence.epoch());

        assertThat(await(journal().claim(ROOM, B, A, fence.epoch(), 1))).isEqualTo(new Claim.Lost(B, first.epoch()));
        assertThat(await(journal().claim(ROOM, A, B, first.epoch() - 1, 1)))
                .isEqualTo(new Claim.Lost(B, first.epoch()));
        assertThat(await(journal().claim(ROOM, A, A, first.epoch(), 1))).isEqualTo(new Claim.Lost(B, first.epoch()));
        assertThat(hash()).containsEntry(RoomFields.MOVES, "1");
    }

    @Test
    void aRoomOfANewerSchemaIsNotClaimed() {
        Fence fence = created();
        tamper(ROOM, RoomFields.SCHEMA, "2");
        assertThat(await(journal().claim(ROOM, B, A, fence.epoch(), 1))).isEqualTo(new Claim.TooNew(2));
        assertThat(await(journal().check(fence))).isEqualTo(new Outcome.Done(1, false));
        assertThat(await(journal().claim(ROOM, B, A, fence.epoch(), 2))).isInstanceOf(Claim.Claimed.class);
    }

    @Test
    void anEndedOrUnknownRoomIsNotClaimed() {
        assertThat(await(journal().claim(ROOM, B, A, 1, 1))).isEqualTo(new Claim.Missing());
        Fence fence = created();
        await(journal().close(fence, 1, Ending.ARCHIVED));
        assertThat(await(journal().claim(ROOM, B, A, fence.epoch(), 1))).isEqualTo(new Claim.Over("archived"));
    }

    // bind

    @Test
    void bindFindsTheSeatOfATokenAndDrawsHigherGenerations() {
        Fence fence = created(new RoomWrite(opening().fields(), Optional.empty(), seat(2, "Cy", "hash-c")));
        Bind.Bound first = (Bind.Bound) await(journal().bind(ROOM, "hash-c"));
        Bind.Bound second = (Bind.Bound) await(journal().bind(ROOM, "hash-c"));

        assertThat(first.seat()).isEqualTo(new Seat(2));
        assertThat(first.player()).isEqualTo("Cy");
        assertThat(first.owner()).isEqualTo(A);
        assertThat(first.epoch()).isEqualTo(fence.epoch());
        assertThat(first.generation()).isGreaterThanOrEqualTo(fence.epoch());
        assertThat(second.generation()).isGreaterThan(first.generation());
    }

    @Test
    void bindWorksWhileNobodyRunsTheRoomButNotAfterItsEnd() {
        Fence fence = created(new RoomWrite(opening().fields(), Optional.empty(), seat(0, "Ann", "hash-a")));
        assertThat(await(journal().bind(ROOM, "nobody's"))).isEqualTo(new Bind.Refused());
        assertThat(await(journal().bind(ROOM, "Ann"))).isEqualTo(new Bind.Refused());
        long epoch = claimed(B, A, fence.epoch()).epoch();
        assertThat(await(journal().bind(ROOM, "hash-a")))
                .isInstanceOfSatisfying(
                        Bind.Bound.class, bound -> assertThat(bound.owner()).isEqualTo(B));
        await(journal().close(new Fence(ROOM, B, epoch), 1, Ending.UNKEPT));
        assertThat(await(journal().bind(ROOM, "hash-a"))).isEqualTo(new Bind.Missing());
    }
}
