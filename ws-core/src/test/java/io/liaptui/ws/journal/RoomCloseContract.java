package io.liaptui.ws.journal;

import static io.liaptui.ws.journal.JournalFixtures.A;
import static io.liaptui.ws.journal.JournalFixtures.B;
import static io.liaptui.ws.journal.JournalFixtures.ROOM;
import static io.liaptui.ws.journal.JournalFixtures.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liaptui.common.redis.RoomFields;
import io.liaptui.ws.journal.RoomJournal.Append;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every journal answers when a room ends. */
abstract class RoomCloseContract extends RoomAppendContract {
    @Test
    void closeEndsTheRoomForItsOwnerToo() {
        Fence fence = created();
        tamper(ROOM, RoomFields.UNTIL, "17");
        assertThat(await(journal().close(fence, 1, "closed"))).isEqualTo(new Closed.Done());

        assertThat(hash()).containsEntry(RoomFields.STATUS, "closed").doesNotContainKey(RoomFields.UNTIL);
        long epoch = Long.parseLong(hash().get(RoomFields.EPOCH));
        assertThat(epoch).isGreaterThan(fence.epoch());
        assertThat(append(fence, 1, entry(fence, 2))).isEqualTo(new Append.Fenced(A, epoch));
    }

    @Test
    void theSameCloseTwiceIsAlreadyDone() {
        Fence fence = created();
        await(journal().close(fence, 1, "closed"));
        Map<String, String> before = hash();
        assertThat(await(journal().close(fence, 1, "closed"))).isEqualTo(new Closed.Already());
        assertThat(hash()).isEqualTo(before);
    }

    @Test
    void onlyTheOwnerClosesAndOnlyAtHisVersion() {
        Fence fence = created();
        append(fence, 1, entry(fence, 2));
        assertThat(await(journal().close(fence, 1, "closed"))).isEqualTo(new Closed.Corrupt(2));
        assertThat(await(journal().close(fence, 3, "closed"))).isEqualTo(new Closed.Behind(fence.epoch(), 2));
        long epoch = claimed(B, A, fence.epoch()).epoch();
        assertThat(await(journal().close(fence, 2, "closed"))).isEqualTo(new Closed.Fenced(B, epoch));
        assertThat(hash()).containsEntry(RoomFields.STATUS, "open");
        assertThatThrownBy(() -> journal().close(fence, 2, "gone")).isInstanceOf(IllegalArgumentException.class);
    }
}
