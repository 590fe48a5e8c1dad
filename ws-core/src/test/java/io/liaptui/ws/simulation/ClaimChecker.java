package io.liaptui.ws.simulation;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import java.util.function.ToLongFunction;

/** Invariant 9: who has not seen eight good rounds claims nobody else's room, and nothing is claimed that has ended. */
final class ClaimChecker implements Watch {
    private static final String NAME = "9 (claims)";
    /** From the judgement to the claim: a look at the room and a word in the node's own set, a second each at most. */
    private static final long ON_ITS_WAY = 2_500;

    private final Truth truth;
    private final ToLongFunction<NodeId> sinceSteady;

    /**
     * @param sinceSteady how long ago a node last had eight good rounds in a row, in milliseconds
     */
    ClaimChecker(Truth truth, ToLongFunction<NodeId> sinceSteady) {
        this.truth = truth;
        this.sinceSteady = sinceSteady;
    }

    @Override
    public void claiming(NodeId node, RoomId room, NodeId seenOwner) {
        long since = sinceSteady.applyAsLong(node);
        if (!seenOwner.equals(node) && since > ON_ITS_WAY) {
            throw new Violation(
                    NAME, "%s claims room %s of %s %d ms after it last might".formatted(node, room, seenOwner, since));
        }
    }

    @Override
    public void claimed(RoomId room, NodeId owner, long epoch) {
        if (truth.room(room).filter(known -> known.ended).isPresent()) {
            throw new Violation(NAME, "room " + room + " has ended, and " + owner + " got it");
        }
    }
}
