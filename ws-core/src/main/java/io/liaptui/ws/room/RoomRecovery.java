package io.liaptui.ws.room;

import io.liaptui.common.games.GameCatalog;
import io.liaptui.common.history.Entry;
import io.liaptui.ws.journal.RoomJournal;

/** Folds what a claim brought: the snapshot, if there is one, and the entries after it. */
final class RoomRecovery {
    private RoomRecovery() {}

    /**
     * A room as its last owner had it stored.
     *
     * @throws IllegalStateException if the log has a hole, or folds to another state than its writer had
     * @throws IllegalArgumentException if something in it cannot be read
     */
    static RoomMemory fold(RoomJournal.Claim.Claimed claimed, GameCatalog catalog) {
        RoomMemory memory = claimed.snapshot()
                .map(snapshot -> RoomMemory.read(snapshot, catalog))
                .orElse(RoomMemory.NOTHING);
        for (Entry entry : claimed.entries()) {
            if (entry.version() != memory.version() + 1) {
                throw new IllegalStateException("entry " + entry.version() + " follows version " + memory.version());
            }
            memory = memory.fold(entry, catalog);
        }
        return memory;
    }
}
