package io.liaptui.ws.ops;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.RoomFields;
import io.liaptui.ws.journal.Ending;
import io.liaptui.ws.journal.Fence;
import io.liaptui.ws.journal.RoomJournal;
import io.liaptui.ws.journal.RoomJournal.Claim;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Ends rooms of a {@link WarmUp} that was cut short, be it by its limit or by a journal that went away, at the latest when
 * that is back: no other node knows of them, and what nobody ends stays for ever. Threading: any thread.
 *
 * @param me claims them to end them
 */
record Leftovers(RoomJournal journal, NodeId me) {
    private static final NodeId NOBODY = new NodeId("nobody");

    /** Completes when the room is over, or was never made; without effect if it has ended. */
    CompletionStage<Void> end(RoomId room) {
        // The answer says who has it
        return end(room, NOBODY, 0);
    }

    private CompletionStage<Void> end(RoomId room, NodeId seenOwner, long seenEpoch) {
        return journal.claim(room, me, seenOwner, seenEpoch, journal.schema().reads())
                .thenCompose(answer -> switch (answer) {
                    case Claim.Lost(var owner, var epoch) -> end(room, owner, epoch);
                    case Claim.Claimed claimed ->
                        journal.close(
                                        new Fence(room, me, claimed.epoch()),
                                        Long.parseLong(claimed.hash().getOrDefault(RoomFields.VERSION, "0")),
                                        Ending.UNPLAYED)
                                .thenAccept(_ -> {});
                    case Claim.Missing _, Claim.Over _, Claim.TooNew _ -> CompletableFuture.completedStage(null);
                });
    }
}
