package io.liaptui.common.rules;

import java.time.Duration;

/** What makes a game go on when nobody does anything. */
public sealed interface Pace {
    /** Only an input can. */
    record Waiting() implements Pace {}

    /**
     * A {@link Input.TimeUp} does. The room owns the duration of each timer (a setting), and starts the timer when the
     * game enters the state; an event that leaves the same timer in place does not start it again.
     *
     * @param timer the name of the setting, such as {@code reveal}
     * @param instance tells two uses of one timer apart, such as the number of a turn
     */
    record Deadline(String timer, long instance) implements Pace {}

    /** A {@link Input.Tick} does, again and again. */
    record Ticking(Duration every) implements Pace {}
}
