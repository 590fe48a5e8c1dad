package io.liaptui.ws.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.common.games.GameCatalog;
import io.liaptui.common.games.liaptui.module.LiapTuiModule;
import io.liaptui.common.history.Entry;
import io.liaptui.common.replay.PastRoom;
import io.liaptui.common.replay.StateText;
import io.liaptui.common.room.RoomEvent;
import io.liaptui.common.room.codec.RoomCodec;
import io.liaptui.ws.journal.RoomJournal.Claim;
import io.liaptui.ws.journal.RoomJournal.Snapshot;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoomMemoryTest {
    private static final GameCatalog CATALOG = new GameCatalog(List.of(new LiapTuiModule()));
    private static final ObjectMapper JSON = new ObjectMapper();
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
                                        memory.leaving(new WaitsLeft(Map.of(Wait.GAME, 77L)))
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

    /** A release reads what the one before it stored, and stores the same, byte for byte. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"left\":-1}",
                "{\"left\":0,\"waits\":{\"absences\":{\"1\":0},\"deserted\":0,\"stay\":0}}",
                "{\"left\":77,\"waits\":{\"limits\":{\"0\":5,\"2\":19000},\"bots\":{\"1\":3,\"3\":8},"
                        + "\"absences\":{\"0\":9,\"10\":4500},\"deserted\":29999,\"stay\":3600000}}"
            })
    void whatTheWaitsHadLeftIsStoredAsEver(String stored) throws IOException {
        ObjectNode again = JSON.createObjectNode();
        WaitsLeft.read(JSON.readTree(stored)).write(again);
        assertThat(again).hasToString(stored);
    }

    @Test
    void anEntryKeepsTheLimitsAsEver() {
        Entry entry = new Entry(
                1, 5, 1_000, 1, FIRST.events(), List.of(), 1_234, null, Map.of("lim", "{\"0\":15,\"3\":19000}"));
        WaitsLeft left = WaitsLeft.after(entry);
        assertThat(left.fields()).isEqualTo(entry.more());
        assertThat(left.game()).isEqualTo(1_234);
        assertThat(WaitsLeft.after(FIRST).fields()).isEmpty();
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
