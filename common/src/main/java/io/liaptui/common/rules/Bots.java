package io.liaptui.common.rules;

import io.liaptui.common.ids.Seat;

/**
 * Plays a seat that no human plays, through the same commands. Pure like {@link Game}: the same state gives the same
 * command.
 *
 * <p>Computed from the live state at the moment of acting, never ahead, and never illegal.
 */
public interface Bots<S, C> {
    /** What the bot does now. Called only for a seat that {@link Game#awaited} names. */
    C choose(S state, Seat seat);

    /**
     * Where in its range of think times this decision lies, from 0 to 1; deterministic like the choice itself. The room
     * owns the range.
     */
    double pondering(S state, Seat seat);
}
