package io.liaptui.ws.simulation;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.ids.Seat;
import io.liaptui.ws.relay.RelayMessage;
import java.util.HashSet;
import java.util.Set;

/**
 * Invariant 6: a node is sent the private part of a seat only if it proved that seat with the journal, and takes part in
 * a room only for seats it proved.
 */
final class SecretChecker implements Watch {
    private static final String NAME = "6 (secrets)";

    private final Set<Proof> proved = new HashSet<>();
    private final Set<Proof> proofs = new HashSet<>();

    /** @param generation 0 for any */
    private record Proof(NodeId node, RoomId room, Seat seat, long generation) {}

    @Override
    public void bound(NodeId node, RoomId room, Seat seat, String player, long generation) {
        proofs.add(new Proof(node, room, seat, generation));
        proved.add(new Proof(node, room, seat, 0));
    }

    @Override
    public void sent(NodeId from, NodeId to, RelayMessage message) {
        switch (message) {
            case RelayMessage.Step step -> step(from, to, step);
            case RelayMessage.Attach attach -> {
                if (attach.seat() != null
                        && !proofs.contains(new Proof(from, attach.room(), attach.seat(), attach.generation()))) {
                    throw new Violation(NAME, from + " attaches with a seat that it did not prove: " + attach);
                }
            }
            case RelayMessage.Answer answer -> {
                if (answer.messages().stream().anyMatch(SecretChecker::showsHand)) {
                    throw new Violation(NAME, "an answer shows a hand: " + answer);
                }
            }
            default -> {}
        }
    }

    private void step(NodeId from, NodeId to, RelayMessage.Step step) {
        step.frames().forEach(frame -> frame.own().keySet().forEach(seat -> {
            if (!proved.contains(new Proof(to, step.room(), seat, 0))) {
                throw new Violation(
                        NAME,
                        "room %s: %s sends the hand of %s to %s, which never proved that seat"
                                .formatted(step.room(), from, seat, to));
            }
        }));
        step.frames().forEach(frame -> {
            if (showsHand(frame.forSpectator())) {
                throw new Violation(NAME, "room %s: the shared part shows a hand".formatted(step.room()));
            }
        });
    }

    private static boolean showsHand(String text) {
        for (int at = text.indexOf("\"hand\":["); at >= 0; at = text.indexOf("\"hand\":[", at + 1)) {
            if (text.charAt(at + "\"hand\":[".length()) != ']') {
                return true;
            }
        }
        return false;
    }
}
