package io.liaptui.ws.room;

import io.liaptui.common.wire.Frame;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The newest steps of one life of a room, so that who missed some gets these instead of everything. Full ({@value #STEPS}
 * steps or {@value #CHARS} characters): the oldest goes, and who needs it gets a full view. One thread at a time.
 */
final class RecentFrames {
    private static final int STEPS = 64;
    private static final int CHARS = 64 * 1024;

    private final Deque<Recent> steps = new ArrayDeque<>();
    private long newest;
    private int chars;

    /** A step as it was told, with everybody's private parts. */
    record Recent(long number, long version, List<Frame> frames) {
        private int chars() {
            return frames.stream().mapToInt(RecentFrames::chars).sum();
        }
    }

    /** Numbers must follow each other, from 1. */
    void add(Recent step) {
        newest = step.number();
        steps.addLast(step);
        chars += step.chars();
        while (steps.size() > STEPS || (chars > CHARS && !steps.isEmpty())) {
            chars -= steps.removeFirst().chars();
        }
    }

    /** All steps after this one, in order; empty if one of them is not kept, or if there never was such a number. */
    Optional<List<Recent>> after(long number) {
        if (number < newest - steps.size() || number > newest) {
            return Optional.empty();
        }
        return Optional.of(steps.stream().filter(step -> step.number() > number).toList());
    }

    private static int chars(Frame frame) {
        return frame.shared().stream().mapToInt(String::length).sum()
                + frame.own().values().stream().mapToInt(String::length).sum();
    }
}
