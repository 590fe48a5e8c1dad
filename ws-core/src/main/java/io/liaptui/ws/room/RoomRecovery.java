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
     * @param left milliseconds that the newest entry left for its timer, or -1
     */
    record Recovered(RoomMemory memory, long left) {}

    /**
     * @throws IllegalStateException if the log has a hole, or folds to another state than its writer had
     */
    static Recovered fold(RoomJournal.Claim.Claimed claimed, GameCatalog catalog) {
        RoomMemory memory = claimed.snapshot()
                .map(snapshot -> RoomMemory.read(snapshot, catalog))
                .orElse(RoomMemory.NOTHING);
        long left = -1;
        for (Entry entry : claimed.entries()) {
            if (entry.version() != memory.version() + 1) {
                throw new IllegalStateException("entry " + entry.version() + " follows version " + memory.version());
            }
            memory = memory.fold(entry, catalog);
            left = entry.left();
        }
        return new Recovered(memory, left);
    }
}
