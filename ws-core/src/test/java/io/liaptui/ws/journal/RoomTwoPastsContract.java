package io.liaptui.ws.journal;

import static io.liaptui.ws.journal.JournalFixtures.A;
import static io.liaptui.ws.journal.JournalFixtures.B;
import static io.liaptui.ws.journal.JournalFixtures.ROOM;
import static io.liaptui.ws.journal.JournalFixtures.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.redis.RoomFields;
import org.junit.jupiter.api.Test;

/** What every journal does when two owners wrote different pasts: the higher epoch wins. */
abstract class RoomTwoPastsContract extends RoomRestoreContract {
    /** The claim was lost, and the robbed owner wrote on: of two pasts the one of the higher epoch stays. */
    @Test
    void theHigherEpochReplacesWhatALowerOneWroteInItsPlace() {
        Fence old = created();
        append(old, 1, entries(old, 2, 3));
        Runnable back = rollBack();
        Fence mine = new Fence(ROOM, B, claimed(B, A, old.epoch()).epoch());
        append(mine, 3, entries(mine, 4, 5));
        back.run();
        append(old, 3, entries(old, 4, 8));

        assertThat(await(journal().check(mine))).isEqualTo(new Outcome.Behind(old.epoch(), 8));
        assertThat(restore(mine, 5, entry(old, 3), entry(mine, 4), entry(mine, 5)))
                .isEqualTo(new Outcome.Done(0, false));

        assertThat(stored())
                .containsExactly(
                        "1@" + old.epoch(),
                        "2@" + old.epoch(),
                        "3@" + old.epoch(),
                        "4@" + mine.epoch(),
                        "5@" + mine.epoch());
        assertThat(hash())
                .containsEntry(RoomFields.OWNER, B.value())
                .containsEntry(RoomFields.VERSION, "5")
                .doesNotContainKey(RoomFields.HOLE);
        assertThat(append(mine, 5, entry(mine, 6))).isEqualTo(new Outcome.Done(6, false));
        assertThat(append(old, 8, entry(old, 9))).isEqualTo(new Outcome.Fenced(B, mine.epoch()));
        assertThat(restore(old, 8, entries(old, 2, 8))).isEqualTo(new Outcome.Fenced(B, mine.epoch()));
    }

    /** The ring begins within the other past: what stands before it cannot be ours, for epochs never fall. */
    @Test
    void whatALaterLifeWroteBeforeTheRingIsNotKept() {
        Fence old = created();
        append(old, 1, entry(old, 2));
        Fence other = new Fence(ROOM, B, claimed(B, A, old.epoch()).epoch());
        append(other, 2, entries(other, 3, 6));
        Fence mine = new Fence(ROOM, C, other.epoch() + 1);

        assertThat(restore(mine, 6, entry(old, 5), entry(mine, 6))).isEqualTo(new Outcome.Done(0, false));
        assertThat(stored())
                .containsExactly("1@" + old.epoch(), "2@" + old.epoch(), "5@" + old.epoch(), "6@" + mine.epoch());
        assertThat(hash()).containsEntry(RoomFields.HOLE, "3-4");
    }

    @Test
    void anotherOwnerOfTheSameEpochIsNotReplaced() {
        Fence fence = created();
        tamper(ROOM, RoomFields.OWNER, B.value());
        assertThat(restore(fence, 3, entries(fence, 2, 3))).isEqualTo(new Outcome.Fenced(B, fence.epoch()));
        assertThat(hash()).containsEntry(RoomFields.VERSION, "1");
    }
}
