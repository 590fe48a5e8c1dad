package io.liaptui.ws.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.games.GameCatalog;
import io.liaptui.common.games.liaptui.module.LiapTuiModule;
import io.liaptui.common.history.Entry;
import io.liaptui.common.replay.PastRoom;
import io.liaptui.common.replay.StateText;
import io.liaptui.common.room.RoomEvent;
import io.liaptui.common.room.codec.RoomCodec;
import io.liaptui.ws.journal.RoomJournal.Claim;
import io.liaptui.ws.journal.RoomJournal.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoomMemoryTest {
    private static final GameCatalog CATALOG = new GameCatalog(List.of(new LiapTuiModule()));
    private static final Entry FIRST = new Entry(
            1, 5, 1_000, 1, List.of(RoomCodec.write(new RoomEvent.Created("liaptui", 4))), List.of("s:1"), 1_234, null);

    @Test
    void aClaimRightAfterASnapshotKnowsWhatTheTimerHadLeft() {
        RoomMemory memory = RoomMemory.NOTHING.fold(FIRST, CATALOG);
        RoomMemory loaded = RoomRecovery.fold(claimed(memory.snapshot(5), List.of()), CATALOG);
        assertThat(loaded).isEqualTo(memory);
        assertThat(loaded.left().game()).isEqualTo(1_234);
        assertThat(RoomRecovery.fold(
                                claimed(
                                        memory.leaving(new TimeLeft(77, Map.of(), Map.of(), Map.of(), -1, -1))
                                                .snapshot(5),
                                        List.of()),
                                CATALOG)
                        .left()
                        .game())
                .isEqualTo(77);
    }

    @Test
    void aSnapshotOfTheLastReleaseHasNoTimer() {
        Snapshot now = RoomMemory.NOTHING.fold(FIRST, CATALOG).snapshot(5);
        Snapshot old = new Snapshot(
                now.schema(), now.version(), now.epoch(), now.body().replace("\"left\":1234,", ""));
        assertThat(old.body()).isNotEqualTo(now.body());
        assertThat(RoomRecovery.fold(claimed(old, List.of()), CATALOG).left().game())
                .isEqualTo(-1);
    }

    @Test
    void anEntryAfterTheSnapshotKnowsBetter() {
        Entry second =
                new Entry(2, 5, 2_000, 2, List.of(RoomCodec.write(new RoomEvent.Closed("test"))), List.of(), -1, null);
        RoomMemory memory = RoomMemory.NOTHING.fold(FIRST, CATALOG);
        assertThat(RoomRecovery.fold(claimed(memory.snapshot(5), List.of(second)), CATALOG)
                        .left()
                        .game())
                .isEqualTo(-1);
    }

    /** REST begins with a node's snapshot too, and checks hashes that a node wrote. */
    @Test
    void othersReadWhatANodeStores() {
        RoomMemory memory = RoomMemory.NOTHING.fold(FIRST, CATALOG);
        PastRoom past = StateText.snapshot(memory.snapshot(5).text(), CATALOG);
        assertThat(past.room()).isEqualTo(memory.room());
        assertThat(past.version()).isEqualTo(1);
        assertThat(past.events()).isEqualTo(1);
        assertThat(past.time()).isEqualTo(1_000);
        assertThat(past.hash()).isEqualTo(memory.hash());
    }

    private static Claim.Claimed claimed(Snapshot snapshot, List<Entry> entries) {
        return new Claim.Claimed(6, Map.of(), Optional.of(snapshot), entries, Map.of());
    }
}
