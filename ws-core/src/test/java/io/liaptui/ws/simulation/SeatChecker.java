package io.liaptui.ws.simulation;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.Seat;
import io.liaptui.ws.relay.RelayMessage;
import io.liaptui.ws.relay.RelayMessage.Step;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Invariant 7: of two sockets of one seat the newer one wins. What an owner tells after it has let the newer one in, is
 * no secret for the older one any more; at rest only the newest is open.
 */
final class SeatChecker implements Watch {
    private static final String NAME = "7 (the newest socket has the seat)";

    private final Map<String, RelayMessage.Attach> attached = new HashMap<>();
    private final Map<Hold, Long> let = new HashMap<>();
    private final Map<Step, Map<Seat, Long>> known = new IdentityHashMap<>();

    /** A seat in one life of its room's actor. */
    private record Hold(String room, long epoch, Seat seat) {}

    @Override
    public void sent(NodeId from, NodeId to, RelayMessage message) {
        switch (message) {
            case RelayMessage.Attach attach ->
                attached.merge(
                        attach.socket(), attach, (old, next) -> next.generation() >= old.generation() ? next : old);
            case Step step -> told(step);
            default -> {}
        }
    }

    /** A socket is shown what this step says to a seat alone. */
    void showsOwnPart(Step step, Seat seat, Screen screen) {
        long newest = known.getOrDefault(step, Map.of()).getOrDefault(seat, 0L);
        if (generation(screen) < newest) {
            throw new Violation(
                    NAME,
                    "socket %s of generation %d is shown the hand of %s, told after generation %d was let in"
                            .formatted(screen.id(), generation(screen), seat, newest));
        }
    }

    /** The seat that a socket came for last. */
    Optional<Seat> seat(Screen screen) {
        return Optional.ofNullable(attached.get(screen.id())).map(RelayMessage.Attach::seat);
    }

    long generation(Screen screen) {
        RelayMessage.Attach attach = attached.get(screen.id());
        return attach == null ? 0 : attach.generation();
    }

    private void told(Step step) {
        if (step.sockets() != null) {
            for (String socket : step.sockets()) {
                RelayMessage.Attach attach = attached.get(socket);
                if (attach != null && attach.seat() != null) {
                    let.merge(
                            new Hold(step.room().value(), step.epoch(), attach.seat()), attach.generation(), Math::max);
                }
            }
        }
        Map<Seat, Long> now = new HashMap<>();
        step.frames().stream()
                .flatMap(frame -> frame.own().keySet().stream())
                .distinct()
                .forEach(seat ->
                        now.put(seat, let.getOrDefault(new Hold(step.room().value(), step.epoch(), seat), 0L)));
        known.put(step, now);
    }
}
