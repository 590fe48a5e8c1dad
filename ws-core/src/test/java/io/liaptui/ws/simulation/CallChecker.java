package io.liaptui.ws.simulation;

import io.liaptui.ws.journal.Fence;
import java.util.HashMap;
import java.util.Map;

/** Invariant 10: an append without an answer is followed by no other one of the same actor. */
final class CallChecker implements Watch {
    private static final String NAME = "10 (one append at a time)";

    private final Map<Fence, Long> open = new HashMap<>();

    @Override
    public void appending(Fence fence, long expected) {
        Long before = open.put(fence, expected);
        if (before != null) {
            throw new Violation(
                    NAME,
                    "%s appends after version %d while an append after %d has no answer"
                            .formatted(fence, expected, before));
        }
    }

    @Override
    public void appendAnswered(Fence fence, long expected) {
        open.remove(fence);
    }
}
