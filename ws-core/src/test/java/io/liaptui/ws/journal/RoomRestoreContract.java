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
import io.liaptui.common.redis.RoomFields;
import io.liaptui.ws.journal.RoomJournal.Bind;
import io.liaptui.ws.journal.RoomJournal.Claim;
import io.liaptui.ws.journal.RoomJournal.RoomWrite;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every journal does when an owner gives back what it lost. */
abstract class RoomRestoreContract extends RoomHandoverContract {
    Outcome restore(Fence fence, long version, Entry... ring) {
        return await(journal().restore(fence, remembered(fence, version, ring)));
    }

    static List<String> log(Fence fence, long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(version -> version + "@" + fence.epoch())
                .toList();
    }

    /** The whole log: {@code version@epoch} of each entry. */
    abstract List<String> stored();

    static Entry[] entries(Fence fence, long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(version -> entry(fence, version))
                .toArray(Entry[]::new);
    }

    @Test
    void aLostRoomIsBackWithItsFenceAndItsSeats() {
        Fence fence = created();
        append(fence, 1, entries(fence, 2, 5));
        lose(ROOM);

        assertThat(restore(fence, 5, entries(fence, 2, 5))).isEqualTo(new Outcome.Done(0, false));

        assertThat(hash())
                .containsEntry(RoomFields.OWNER, A.value())
                .containsEntry(RoomFields.EPOCH, "" + fence.epoch())
                .containsEntry(RoomFields.VERSION, "5")
                .containsEntry(RoomFields.STATUS, "running")
                .containsEntry(RoomFields.CREATE_ID, "first")
                .containsEntry(RoomFields.MOVES, "4")
                .containsEntry(RoomFields.HOLE, "1-1");
        assertThat(await(journal().check(fence))).isEqualTo(new Outcome.Done(5, false));
        assertThat(await(journal().bind(ROOM, "hash-a"))).isInstanceOf(Bind.Bound.class);
        assertThat(append(fence, 5, entry(fence, 6))).isEqualTo(new Outcome.Done(6, false));
        assertThat(stored()).isEqualTo(log(fence, 2, 6));
        Claim.Claimed claimed = claimed(B, A, fence.epoch());
        assertThat(claimed.snapshot()).contains(snapshot(fence, 5));
        assertThat(claimed.entries()).containsExactly(entry(fence, 6));
    }

    @Test
    void aRoomLostAsAWholeWithTheWholeLogInMemoryHasNoHole() {
        Fence fence = created();
        append(fence, 1, entry(fence, 2));
        lose(ROOM);
        assertThat(restore(fence, 2, firstEntry().inEpoch(fence.epoch()), entry(fence, 2)))
                .isEqualTo(new Outcome.Done(0, false));
        assertThat(hash()).doesNotContainKey(RoomFields.HOLE);
        assertThat(stored()).isEqualTo(log(fence, 1, 2));
    }

    @Test
    void whatAFailOverLostIsAddedAndTheRestStays() {
        Fence fence = created();
        append(fence, 1, entries(fence, 2, 4));
        Runnable back = rollBack();
        append(fence, 4, entries(fence, 5, 7));
        back.run();
        assertThat(append(fence, 7, entry(fence, 8))).isEqualTo(new Outcome.Behind(fence.epoch(), 4));

        assertThat(restore(fence, 7, entries(fence, 3, 7))).isEqualTo(new Outcome.Done(0, false));

        assertThat(hash()).containsEntry(RoomFields.VERSION, "7").doesNotContainKey(RoomFields.HOLE);
        assertThat(append(fence, 7, entry(fence, 8))).isEqualTo(new Outcome.Done(8, false));
        assertThat(stored()).isEqualTo(log(fence, 1, 8));
    }

    @Test
    void whatIsOlderThanTheRingAndLostIsAHole() {
        Fence fence = created();
        append(fence, 1, entries(fence, 2, 4));
        Runnable back = rollBack();
        append(fence, 4, entries(fence, 5, 12));
        back.run();

        assertThat(restore(fence, 12, entries(fence, 10, 12))).isEqualTo(new Outcome.Done(0, false));
        assertThat(hash()).containsEntry(RoomFields.HOLE, "5-9").containsEntry(RoomFields.VERSION, "12");

        // A second loss leaves a second hole, and the first is remembered
        Runnable again = rollBack();
        append(fence, 12, entries(fence, 13, 20));
        again.run();
        assertThat(restore(fence, 20, entries(fence, 16, 20))).isEqualTo(new Outcome.Done(0, false));
        assertThat(hash()).containsEntry(RoomFields.HOLE, "5-9,13-15");
        assertThat(stored().getFirst()).startsWith("1@");
        assertThat(stored()).hasSize(4 + 3 + 5);
    }

    @Test
    void anOwnerWithoutRingGivesBackHisStateAlone() {
        Fence fence = created();
        append(fence, 1, entries(fence, 2, 4));
        Runnable back = rollBack();
        append(fence, 4, entries(fence, 5, 6));
        back.run();
        assertThat(restore(fence, 6)).isEqualTo(new Outcome.Done(0, false));
        assertThat(hash()).containsEntry(RoomFields.HOLE, "5-6");
        assertThat(append(fence, 6, entry(fence, 7))).isEqualTo(new Outcome.Done(7, false));
        Claim.Claimed claimed = claimed(B, A, fence.epoch());
        assertThat(claimed.snapshot()).contains(snapshot(fence, 6));
        assertThat(claimed.entries()).containsExactly(entry(fence, 7));
    }

    @Test
    void theSameRestoreTwiceOrLateChangesNothing() {
        Fence fence = created();
        Runnable back = rollBack();
        append(fence, 1, entries(fence, 2, 4));
        back.run();
        restore(fence, 4, entries(fence, 2, 4));
        append(fence, 4, entry(fence, 5));
        Map<String, String> before = hash();
        List<String> entries = stored();

        assertThat(restore(fence, 4, entries(fence, 2, 4))).isEqualTo(new Outcome.Done(0, true));
        assertThat(restore(fence, 5, entries(fence, 2, 5))).isEqualTo(new Outcome.Done(0, true));
        assertThat(hash()).isEqualTo(before);
        assertThat(stored()).isEqualTo(entries);
        assertThat(claimed(B, A, fence.epoch()).entries()).containsExactly(entry(fence, 5));

        // And after the room went to somebody else
        Map<String, String> theirs = hash();
        long epoch = Long.parseLong(theirs.get(RoomFields.EPOCH));
        assertThat(restore(fence, 9, entries(fence, 6, 9))).isEqualTo(new Outcome.Fenced(B, epoch));
        assertThat(hash()).isEqualTo(theirs);
        assertThat(stored()).isEqualTo(entries);
    }

    @Test
    void aTombstoneNeverBecomesARoomAgain() {
        for (Ending end : Ending.values()) {
            lose(ROOM);
            Fence fence = created();
            await(journal().close(fence, 1, end));
            Map<String, String> tombstone = hash();
            long epoch = Long.parseLong(tombstone.get(RoomFields.EPOCH));
            // Not even for a life that began later, by a claim that Redis lost
            for (Fence each : List.of(fence, new Fence(ROOM, B, epoch), new Fence(ROOM, B, epoch + 1_000))) {
                assertThat(restore(each, 4, entries(each, 2, 4))).isEqualTo(new Outcome.Fenced(A, epoch));
                assertThat(hash()).isEqualTo(tombstone);
                assertThat(stored()).isEqualTo(end == Ending.UNPLAYED ? List.of() : log(fence, 1, 1));
            }
        }
    }

    @Test
    void seatsAreTheOwnersButNoGenerationIsDrawnTwice() {
        Fence fence = created(new RoomWrite(opening().fields(), Optional.empty(), seat(1, "Bob", "hash-b")));
        Runnable back = rollBack();
        append(fence, 1, entry(fence, 2));
        back.run();
        long drawn = ((Bind.Bound) await(journal().bind(ROOM, "hash-b"))).generation();

        assertThat(restore(fence, 2, entry(fence, 2))).isEqualTo(new Outcome.Done(0, false));

        Map<String, String> seats = claimed(B, A, fence.epoch()).seats();
        assertThat(seats)
                .containsEntry("p:0", "Ann")
                .containsEntry("g:0", "7")
                .containsEntry("g:1", "" + drawn)
                .doesNotContainKeys("p:1", "t:1");
    }

    @Test
    void aRestoreDoesNotLowerTheSchema() {
        Fence fence = created();
        tamper(ROOM, RoomFields.SCHEMA, "2");
        assertThat(restore(fence, 2, entry(fence, 2))).isEqualTo(new Outcome.Done(0, false));
        assertThat(hash()).containsEntry(RoomFields.SCHEMA, "2");
    }

    @Test
    void aRingHasNoHolesAndEndsWithTheSnapshot() {
        Fence fence = created();
        assertThatThrownBy(() -> restore(fence, 4, entry(fence, 2), entry(fence, 4)))
                .hasMessageContaining("entry 2 stands where entry 3");
        assertThatThrownBy(() -> restore(fence, 4, entries(fence, 2, 3))).hasMessageContaining("entry 3");
        assertThatThrownBy(() -> restore(fence, 2, entry(new Fence(ROOM, A, fence.epoch() + 1), 2)))
                .hasMessageContaining("cannot follow");
        assertThat(hash()).containsEntry(RoomFields.VERSION, "1");
    }
}
