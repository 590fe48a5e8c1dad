package io.liaptui.common.rules;

import io.liaptui.common.ids.Seat;
import java.util.List;
import java.util.Set;

/**
 * The rules of one kind of game: pure and deterministic, with no clock, no chance of its own and no I/O.
 *
 * <p><b>Contract.</b>
 *
 * <ul>
 *   <li>{@link #decide} changes nothing. It answers with the events that would happen, or with the reason why not. A
 *       tick, a time-out and a leaving player are inputs like a move.
 *   <li>{@link #apply} folds one event and cannot refuse an event that {@code decide} answered for that state. Play,
 *       recovery, replay and tests share it, so everything that happens must stand in the event: also what chance
 *       gave.
 *   <li>{@link #pace} tells turn games from ticking ones. A room arms one timer for it; durations belong to the room,
 *       so a pace names its timer only.
 *   <li>{@link #awaited} names the seats whose decision the game waits for now. A room lets a bot decide for those
 *       that no human plays. Ticking games may answer all seats at every tick.
 *   <li>States and events are immutable values with {@code equals}.
 * </ul>
 *
 * <p>Threading: instances have no state and may be called from any thread.
 *
 * @param <S> the state of one game
 * @param <C> what a seat may ask for
 * @param <E> what happened
 */
public interface Game<S, C, E> {
    /** What happens first in a new game at this table; fold it over {@link #empty}. */
    List<E> begin(Table table);

    /** The state before the first event. */
    S empty();

    /** Accepted with events (at least one), or refused with a reason; changes nothing. */
    Decision<E> decide(S state, Input<C> input);

    /** Folds one event that was decided for this state. */
    S apply(S state, E event);

    /** Which timer runs in this state, if any. */
    Pace pace(S state);

    /** The seats whose decision is awaited now. */
    Set<Seat> awaited(S state);

    /** True when nothing more can happen. */
    boolean isOver(S state);
}
