package io.liaptui.common.rules;

import io.liaptui.common.ids.Seat;

/** Everything that can reach the rules from outside, in the order in which the room took it. */
public sealed interface Input<C> {
    /** A seat asks for something, be it a human or a bot. */
    record Move<C>(Seat seat, C command) implements Input<C> {}

    /** Time went on in a ticking game. Numbers count from 1 without holes. */
    record Tick<C>(long number) implements Input<C> {}

    /** The timer that {@link Game#pace} named has run out. The room never passes on a superseded one. */
    record TimeUp<C>(String timer) implements Input<C> {}
}
