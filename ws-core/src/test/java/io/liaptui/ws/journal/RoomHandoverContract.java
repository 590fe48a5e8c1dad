package io.liaptui.ws.journal;

import static io.liaptui.ws.journal.JournalFixtures.A;
import static io.liaptui.ws.journal.JournalFixtures.B;
import static io.liaptui.ws.journal.JournalFixtures.ROOM;
import static io.liaptui.ws.journal.JournalFixtures.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.redis.RoomFields;
import io.liaptui.ws.journal.RoomJournal.Claim;
import io.liaptui.ws.journal.RoomJournal.Snapshot;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every journal answers when an owner names the next one. */
abstract class RoomHandoverContract extends RoomCloseContract {
    static final NodeId C = new NodeId("c-000000000003");

    Outcome handOver(Fence fence, long version, NodeId successor) {
        return await(journal().handover(fence, version, successor, snapshot(fence, version)));
    }

    static Snapshot snapshot(Fence fence, long version) {
        return new Snapshot(1, version, fence.epoch(), "{\"at\":" + version + "}");
    }

    @Test
    void theSuccessorClaimsWhatHeWasGivenFromTheSnapshotAlone() {
        Fence fence = created();
        append(fence, 1, entry(fence, 2), entry(fence, 3));

        Outcome.Done named = (Outcome.Done) handOver(fence, 3, B);

        assertThat(named.number()).isGreaterThan(fence.epoch());
        assertThat(hash())
                .containsEntry(RoomFields.OWNER, B.value())
                .containsEntry(RoomFields.EPOCH, "" + named.number())
                .containsEntry(RoomFields.VERSION, "3")
                .containsEntry(RoomFields.MOVES, "0");
        Claim.Claimed claimed = claimed(B, B, named.number());
        assertThat(claimed.epoch()).isGreaterThan(named.number());
        assertThat(claimed.snapshot()).contains(snapshot(fence, 3));
        assertThat(claimed.entries()).isEmpty();
        assertThat(claimed.hash()).containsEntry(RoomFields.MOVES, "1");
    }

    @Test
    void whoGaveARoomAwayIsFenced() {
        Fence fence = created();
        long epoch = ((Outcome.Done) handOver(fence, 1, B)).number();
        assertThat(append(fence, 1, entry(fence, 2))).isEqualTo(new Outcome.Fenced(B, epoch));
        assertThat(await(journal().close(fence, 1, Ending.UNKEPT))).isEqualTo(new Outcome.Fenced(B, epoch));
        assertThat(await(journal().restore(fence, remembered(fence, 1)))).isEqualTo(new Outcome.Fenced(B, epoch));
    }

    @Test
    void theSameHandoverTwiceNamesTheSuccessorAsOwnerAndChangesNothing() {
        Fence fence = created();
        long epoch = ((Outcome.Done) handOver(fence, 1, B)).number();
        Map<String, String> before = hash();
        assertThat(handOver(fence, 1, B)).isEqualTo(new Outcome.Fenced(B, epoch));
        assertThat(hash()).isEqualTo(before);
    }

    @Test
    void aHandoverThatComesLateChangesNothing() {
        Fence fence = created();
        append(fence, 1, entry(fence, 2), entry(fence, 3));
        Map<String, String> before = hash();
        // The owner gave it up, went on, and now an old connection's buffer runs
        assertThat(handOver(fence, 2, B)).isEqualTo(new Outcome.Corrupt(3));
        assertThat(hash()).isEqualTo(before);

        Claim.Claimed claimed = claimed(C, A, fence.epoch());
        assertThat(handOver(fence, 3, B)).isEqualTo(new Outcome.Fenced(C, claimed.epoch()));
        assertThat(hash()).isEqualTo(claimed.hash());
        assertThat(claimed(C, C, claimed.epoch()).snapshot()).isEmpty();
    }

    @Test
    void aJournalThatLostSomethingNamesNobody() {
        Fence fence = created();
        append(fence, 1, entry(fence, 2));
        Runnable back = rollBack();
        append(fence, 2, entry(fence, 3));
        back.run();
        assertThat(handOver(fence, 3, B)).isEqualTo(new Outcome.Behind(fence.epoch(), 2));
        tamper(ROOM, RoomFields.EPOCH, "5");
        assertThat(handOver(fence, 3, B)).isEqualTo(new Outcome.Behind(5, 2));
        assertThat(hash()).containsEntry(RoomFields.OWNER, A.value());
        lose(ROOM);
        assertThat(handOver(fence, 3, B)).isEqualTo(new Outcome.Missing());
        assertThat(await(journal().look(ROOM))).isEmpty();
    }

    @Test
    void anEndedRoomIsNotHandedOver() {
        Fence fence = created();
        await(journal().close(fence, 1, Ending.UNKEPT));
        assertThat(handOver(fence, 1, B)).isInstanceOf(Outcome.Fenced.class);
        assertThat(hash()).containsEntry(RoomFields.OWNER, A.value()).containsEntry(RoomFields.STATUS, "closed");
    }

    @Test
    void theSchemaOfTheHashIsTheHighestEverWritten() {
        Fence fence = created();
        tamper(ROOM, RoomFields.SCHEMA, "2");
        await(journal().append(fence, 1, List.of(entry(fence, 2)), JournalFixtures.opening()));
        assertThat(hash()).containsEntry(RoomFields.SCHEMA, "2");
        long epoch = ((Outcome.Done) handOver(fence, 2, B)).number();
        assertThat(await(journal().claim(ROOM, B, B, epoch, 1))).isEqualTo(new Claim.TooNew(2));
    }

    /** What an owner who wrote or loaded all of them remembers: the entries of his own life. */
    static RoomJournal.Remembered remembered(Fence fence, long version, io.liaptui.common.history.Entry... ring) {
        return new RoomJournal.Remembered(
                snapshot(fence, version),
                List.of(ring),
                Map.of(
                        RoomFields.GAME,
                        "liaptui",
                        RoomFields.STATUS,
                        "running",
                        RoomFields.EVENTS,
                        "" + version,
                        RoomFields.SCHEMA,
                        "1",
                        RoomFields.CREATE_ID,
                        "first",
                        RoomFields.MOVES,
                        "4",
                        RoomFields.OWNER,
                        "what the owner read",
                        RoomFields.HOLE,
                        "1-1"),
                Map.of("p:0", "Ann", "t:0", "hash-a", "g:0", "7"));
    }
}
