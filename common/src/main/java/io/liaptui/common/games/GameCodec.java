package io.liaptui.common.games;

import io.liaptui.common.history.Parts;
import io.liaptui.common.history.StoredEvent;
import java.util.List;

/**
 * How a game's events and states are kept. What is written once is read by every later release; unknown fields are
 * left aside.
 */
public interface GameCodec<S, C, E> {
    /** An event with its parts by visibility; {@code player} and {@code by} are left to the room. */
    StoredEvent event(E event);

    /**
     * @throws IllegalArgumentException if it is not an event of this game
     */
    E event(StoredEvent stored);

    /**
     * A state with its parts by who may know them, for readers who have no rules. {@code all} has at least {@code phase},
     * and {@code round_number} where there are rounds.
     */
    Parts parts(S state);

    /** The whole state, secrets included, as JSON; equal states give equal text, so its hash can be compared. */
    String state(S state);

    /**
     * @throws IllegalArgumentException if the text is not a state of this game
     */
    S state(String text);

    /**
     * What each seat achieved, from all events of a game; empty if it did not come to its end, or has nothing to compare.
     *
     * @throws IllegalArgumentException if an event is not of this game
     */
    default List<SeatResult> results(List<StoredEvent> events) {
        return List.of();
    }
}
