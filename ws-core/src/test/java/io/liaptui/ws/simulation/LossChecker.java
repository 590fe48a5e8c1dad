package io.liaptui.ws.simulation;

import io.liaptui.common.history.Entry;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.ws.journal.Fence;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * What Redis lost is put back by the owner, if it lives: nobody goes on from less before. Stands before {@link Truth}, and
 * is the only one who may declare a loss.
 */
final class LossChecker implements Watch {
    private static final String NAME = "(an owner puts back what Redis lost)";

    /** The longest absence of Redis in a plan, and what an owner takes to verify its rooms. */
    private static final long OVERRULED_WITHIN = 20_000_000;

    private final Scheduler scheduler;
    private final Truth truth;
    private final BiPredicate<NodeId, Long> wellSince;

    /**
     * @param wellSince whether nothing was wrong with a node's process and its way to Redis since a moment
     */
    LossChecker(Scheduler scheduler, Truth truth, BiPredicate<NodeId, Long> wellSince) {
        this.scheduler = scheduler;
        this.truth = truth;
        this.wellSince = wellSince;
    }

    @Override
    public void claimed(RoomId room, NodeId owner, long epoch) {
        goesOn(room, owner, "claims");
    }

    @Override
    public void handed(RoomId room, NodeId successor, long epoch) {
        goesOn(room, successor, "is given");
    }

    @Override
    public void stored(Fence fence, List<Entry> entries) {
        RoomTruth room = truth.room(fence.room()).orElse(null);
        if (room == null || room.loser().filter(fence.node()::equals).isPresent()) {
            return;
        }
        // Two owners for a moment: what the lower epoch writes is dropped when the higher one comes
        boolean overruledSoon = room.isOverruled(fence.epoch()) && scheduler.now() - room.lostAt() < OVERRULED_WITHIN;
        if (!overruledSoon) {
            goesOn(fence.room(), fence.node(), "appends to");
        }
    }

    @Override
    public void ended(RoomId room) {
        truth.room(room).filter(RoomTruth::isMissingSomething).ifPresent(RoomTruth::declareLoss);
    }

    /** At rest nothing may be missing any more. */
    Optional<Violation> unrest() {
        return truth.rooms().stream()
                .filter(RoomTruth::isMissingSomething)
                .filter(room -> room.loser().filter(who -> isWell(room, who)).isPresent())
                .findFirst()
                .map(room -> new Violation(
                        NAME,
                        "room %s: %s lives and has not put back what Redis lost; version %d"
                                .formatted(room.id, room.loser().orElseThrow(), room.version())));
    }

    private void goesOn(RoomId id, NodeId who, String how) {
        RoomTruth room = truth.room(id).filter(RoomTruth::isMissingSomething).orElse(null);
        if (room == null) {
            return;
        }
        if (room.loser().filter(loser -> isWell(room, loser)).isPresent()) {
            throw new Violation(
                    NAME,
                    "room %s: %s %s version %d, though %s lives and knows more"
                            .formatted(
                                    id, who, how, room.version(), room.loser().orElseThrow()));
        }
        room.declareLoss();
    }

    private boolean isWell(RoomTruth room, NodeId loser) {
        return wellSince.test(loser, room.lostAt());
    }
}
