package io.liaptui.ws.simulation;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import java.util.function.ToIntFunction;

/** Invariant 9: who has not seen eight good rounds claims nobody else's room, and nothing is claimed that has ended. */
final class ClaimChecker implements Watch {
    private static final String NAME = "9 (claims)";
    private static final int MAY_JUDGE = 8;

    private final Truth truth;
    private final ToIntFunction<NodeId> goodRounds;

    /**
     * @param goodRounds of a node, as the simulation saw them
     */
    ClaimChecker(Truth truth, ToIntFunction<NodeId> goodRounds) {
        this.truth = truth;
        this.goodRounds = goodRounds;
    }

    @Override
    public void claiming(NodeId node, RoomId room, NodeId seenOwner) {
        int good = goodRounds.applyAsInt(node);
        if (!seenOwner.equals(node) && good < MAY_JUDGE) {
            throw new Violation(
                    NAME, "%s claims room %s of %s after %d good rounds".formatted(node, room, seenOwner, good));
        }
    }

    @Override
    public void claimed(RoomId room, NodeId owner, long epoch) {
        if (truth.room(room).filter(known -> known.ended).isPresent()) {
            throw new Violation(NAME, "room " + room + " has ended, and " + owner + " got it");
        }
    }
}
