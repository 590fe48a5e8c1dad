package io.liaptui.ws.journal;

import static io.liaptui.ws.journal.JournalFixtures.A;
import static io.liaptui.ws.journal.JournalFixtures.B;
import static io.liaptui.ws.journal.JournalFixtures.ROOM;
import static io.liaptui.ws.journal.JournalFixtures.entry;
import static io.liaptui.ws.journal.JournalFixtures.firstEntry;
import static io.liaptui.ws.journal.JournalFixtures.opening;
import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.redis.RoomFields;
import io.liaptui.ws.journal.RoomJournal.Bind;
import io.liaptui.ws.journal.RoomJournal.Claim;
import io.liaptui.ws.journal.RoomJournal.Created;
import io.liaptui.ws.journal.RoomJournal.Snapshot;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every journal answers when a room ends. */
abstract class RoomCloseContract extends RoomAppendContract {
    @Test
    void closeEndsTheRoomForItsOwnerToo() {
        Fence fence = created();
        tamper(ROOM, RoomFields.UNTIL, "17");
        tamper(ROOM, RoomFields.MAKER, "ab12");
        assertThat(await(journal().close(fence, 1, Ending.UNKEPT))).isEqualTo(new Outcome.Done(0, false));

        assertThat(hash())
                .containsEntry(RoomFields.STATUS, "closed")
                .doesNotContainKeys(RoomFields.UNTIL, RoomFields.MAKER);
        long epoch = Long.parseLong(hash().get(RoomFields.EPOCH));
        assertThat(epoch).isGreaterThan(fence.epoch());
        assertThat(append(fence, 1, entry(fence, 2))).isEqualTo(new Outcome.Fenced(A, epoch));
    }

    @ParameterizedTest
    @EnumSource
    void theSameCloseTwiceIsAlreadyDone(Ending ending) {
        Fence fence = created();
        await(journal().close(fence, 1, ending));
        Map<String, String> before = hash();
        assertThat(await(journal().close(fence, 1, ending))).isEqualTo(new Outcome.Done(0, true));
        assertThat(hash()).isEqualTo(before);
    }

    /** Nothing that was sent before the end and comes after it may make the room again. */
    @ParameterizedTest
    @EnumSource
    void whatComesAfterTheEndChangesNothing(Ending ending) {
        Fence fence = created();
        await(journal().close(fence, 1, ending));
        Map<String, String> tombstone = hash();
        long epoch = Long.parseLong(tombstone.get(RoomFields.EPOCH));
        assertThat(epoch).isGreaterThan(fence.epoch());
        assertThat(tombstone)
                .containsEntry(RoomFields.STATUS, ending.status())
                .containsEntry(RoomFields.OWNER, A.value())
                .containsEntry(RoomFields.VERSION, "1")
                .doesNotContainKey(RoomFields.MAKER);
        assertThat(await(journal().create(ROOM, B, "other", firstEntry(), opening())))
                .isEqualTo(new Created.Taken());
        await(journal().create(ROOM, A, "first", firstEntry(), opening()));
        assertThat(append(fence, 1, entry(fence, 2))).isEqualTo(new Outcome.Fenced(A, epoch));
        assertThat(await(journal().claim(ROOM, B, A, fence.epoch(), 1))).isEqualTo(new Claim.Over(ending.status()));
        assertThat(await(journal().check(fence))).isEqualTo(new Outcome.Fenced(A, epoch));
        assertThat(await(journal().bind(ROOM, "hash-a"))).isEqualTo(new Bind.Missing());
        assertThat(await(journal().handover(fence, 1, B, new Snapshot(1, 1, fence.epoch(), "{}"))))
                .isEqualTo(new Outcome.Fenced(A, epoch));
        assertThat(hash()).isEqualTo(tombstone);
    }

    /** Names of people among it. */
    @Test
    void ofARoomThatNobodyPlayedInNothingStaysThatNobodyCompares() {
        Fence fence = created();
        tamper(ROOM, RoomFields.HOST, "Ann");
        tamper(ROOM, RoomFields.SEATS, "[]");
        tamper(ROOM, RoomFields.CREATED, "5");
        await(journal().close(fence, 1, Ending.UNPLAYED));
        assertThat(hash())
                .containsEntry(RoomFields.GAME, "liaptui")
                .containsEntry(RoomFields.CREATED, "5")
                .doesNotContainKeys(RoomFields.HOST, RoomFields.SEATS, RoomFields.CREATE_ID, RoomFields.SCHEMA);
    }

    @Test
    void onlyTheOwnerClosesAndOnlyAtHisVersion() {
        Fence fence = created();
        append(fence, 1, entry(fence, 2));
        assertThat(await(journal().close(fence, 1, Ending.UNKEPT))).isEqualTo(new Outcome.Corrupt(2));
        assertThat(await(journal().close(fence, 3, Ending.UNKEPT))).isEqualTo(new Outcome.Behind(fence.epoch(), 2));
        long epoch = claimed(B, A, fence.epoch()).epoch();
        assertThat(await(journal().close(fence, 2, Ending.UNKEPT))).isEqualTo(new Outcome.Fenced(B, epoch));
        assertThat(hash()).containsEntry(RoomFields.STATUS, "open");
    }
}
