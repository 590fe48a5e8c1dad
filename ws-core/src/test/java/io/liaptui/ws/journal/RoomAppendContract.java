package io.liaptui.ws.journal;

import static io.liaptui.ws.journal.JournalFixtures.A;
import static io.liaptui.ws.journal.JournalFixtures.B;
import static io.liaptui.ws.journal.JournalFixtures.ROOM;
import static io.liaptui.ws.journal.JournalFixtures.entry;
import static io.liaptui.ws.journal.JournalFixtures.opening;
import static io.liaptui.ws.journal.JournalFixtures.seat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liaptui.common.ids.Seat;
import io.liaptui.common.redis.RoomFields;
import io.liaptui.ws.journal.RoomJournal.Bind;
import io.liaptui.ws.journal.RoomJournal.Claim;
import io.liaptui.ws.journal.RoomJournal.RoomWrite;
import io.liaptui.ws.journal.RoomJournal.SeatRow;
import io.liaptui.ws.journal.RoomJournal.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every journal answers to an append. */
abstract class RoomAppendContract extends RoomJournalContract {
    @Test
    void appendStoresEntriesFieldsSnapshotAndSeats() {
        Fence fence = created();
        Snapshot snapshot = new Snapshot(1, 1, fence.epoch(), "{}");
        RoomWrite write = new RoomWrite(
                Map.of(RoomFields.STATUS, "running", RoomFields.EVENTS, "3"),
                Optional.of(snapshot),
                seat(1, "Bob", "hash-b"));

        assertThat(await(journal().append(fence, 1, List.of(entry(fence, 2), entry(fence, 3)), write)))
                .isEqualTo(new Outcome.Done(3, false));

        assertThat(hash())
                .containsEntry(RoomFields.VERSION, "3")
                .containsEntry(RoomFields.STATUS, "running")
                .containsEntry(RoomFields.EVENTS, "3")
                .containsEntry(RoomFields.GAME, "liaptui");
        Claim.Claimed claimed = claimed(B, A, fence.epoch());
        assertThat(claimed.snapshot()).contains(snapshot);
        assertThat(claimed.entries()).containsExactly(entry(fence, 2), entry(fence, 3));
        assertThat(claimed.seats()).containsEntry("p:1", "Bob").containsEntry("t:1", "hash-b");
    }

    @Test
    void theSameAppendTwiceIsStoredOnce() {
        Fence fence = created();
        assertThat(append(fence, 1, entry(fence, 2), entry(fence, 3))).isEqualTo(new Outcome.Done(3, false));
        assertThat(append(fence, 1, entry(fence, 2), entry(fence, 3))).isEqualTo(new Outcome.Done(3, true));
        assertThat(claimed(B, A, fence.epoch()).entries()).hasSize(3);
    }

    @Test
    void anAppendThatComesLateChangesNothing() {
        Fence fence = created();
        append(fence, 1, entry(fence, 2));
        append(fence, 2, entry(fence, 3));
        append(fence, 3, entry(fence, 4));
        Map<String, String> before = hash();

        assertThat(append(fence, 1, entry(fence, 2))).isEqualTo(new Outcome.Corrupt(4));
        assertThat(hash()).isEqualTo(before);

        Claim.Claimed claimed = claimed(B, A, fence.epoch());
        assertThat(append(fence, 4, entry(fence, 5))).isEqualTo(new Outcome.Fenced(B, claimed.epoch()));
        assertThat(hash()).isEqualTo(claimed.hash());
    }

    @Test
    void anotherOwnerOfTheSameEpochIsAFenceToo() {
        Fence fence = created();
        tamper(ROOM, RoomFields.OWNER, B.value());
        assertThat(append(fence, 1, entry(fence, 2))).isEqualTo(new Outcome.Fenced(B, fence.epoch()));
        assertThat(await(journal().check(fence))).isEqualTo(new Outcome.Fenced(B, fence.epoch()));
    }

    @Test
    void aLaterLifeOnTheSameNodeIsAFence() {
        Fence fence = created();
        long epoch = claimed(A, A, fence.epoch()).epoch();
        assertThat(append(fence, 1, entry(fence, 2))).isEqualTo(new Outcome.Fenced(A, epoch));
    }

    @Test
    void aJournalThatLostSomethingIsBehind() {
        Fence fence = created();
        append(fence, 1, entry(fence, 2));
        tamper(ROOM, RoomFields.VERSION, "1");
        assertThat(append(fence, 2, entry(fence, 3))).isEqualTo(new Outcome.Behind(fence.epoch(), 1));
        assertThat(await(journal().check(fence))).isEqualTo(new Outcome.Done(1, false));

        tamper(ROOM, RoomFields.EPOCH, "5");
        assertThat(append(fence, 2, entry(fence, 3))).isEqualTo(new Outcome.Behind(5, 1));
        assertThat(await(journal().check(fence))).isEqualTo(new Outcome.Behind(5, 1));
        assertThat(await(journal().close(fence, 2, Ending.UNKEPT))).isEqualTo(new Outcome.Behind(5, 1));
    }

    @Test
    void aVersionThatCannotBeIsCorrupt() {
        Fence fence = created();
        tamper(ROOM, RoomFields.VERSION, "9");
        assertThat(append(fence, 1, entry(fence, 2))).isEqualTo(new Outcome.Corrupt(9));
        assertThat(await(journal().close(fence, 1, Ending.UNKEPT))).isEqualTo(new Outcome.Corrupt(9));
    }

    @Test
    void aLostRoomIsMissing() {
        Fence fence = created();
        lose(ROOM);
        assertThat(append(fence, 1, entry(fence, 2))).isEqualTo(new Outcome.Missing());
        assertThat(await(journal().check(fence))).isEqualTo(new Outcome.Missing());
        assertThat(await(journal().close(fence, 1, Ending.UNKEPT))).isEqualTo(new Outcome.Missing());
        assertThat(await(journal().bind(ROOM, "hash-a"))).isEqualTo(new Bind.Missing());
        assertThat(await(journal().look(ROOM))).isEmpty();
    }

    @Test
    void entriesMustFollowTheExpectedVersionAndBearTheEpoch() {
        Fence fence = created();
        assertThatThrownBy(() -> append(fence, 1)).hasMessageContaining("needs an entry");
        assertThatThrownBy(() -> append(fence, 1, entry(fence, 3))).hasMessageContaining("entry 2");
        assertThatThrownBy(() -> append(fence, 1, entry(new Fence(ROOM, A, 7), 2)))
                .hasMessageContaining("epoch 7");
        assertThatThrownBy(() -> RoomWrite.of(Map.of(RoomFields.OWNER, "me"))).hasMessageContaining("owner");
    }

    @Test
    void aSeatCanBeGivenToSomebodyElseAndCleared() {
        Fence fence = created(new RoomWrite(opening().fields(), Optional.empty(), seat(0, "Ann", "hash-a")));
        await(journal()
                .append(
                        fence,
                        1,
                        List.of(entry(fence, 2)),
                        new RoomWrite(Map.of(), Optional.empty(), seat(0, "Bob", "hash-b"))));
        assertThat(await(journal().bind(ROOM, "hash-a"))).isEqualTo(new Bind.Refused());
        assertThat(await(journal().bind(ROOM, "hash-b"))).isInstanceOf(Bind.Bound.class);

        Map<Seat, Optional<SeatRow>> clear = Map.of(new Seat(0), Optional.empty());
        await(journal().append(fence, 2, List.of(entry(fence, 3)), new RoomWrite(Map.of(), Optional.empty(), clear)));
        assertThat(await(journal().bind(ROOM, "hash-b"))).isEqualTo(new Bind.Refused());
    }
}
