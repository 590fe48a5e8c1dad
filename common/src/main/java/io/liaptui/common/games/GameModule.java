package io.liaptui.common.games;

import io.liaptui.common.rules.Bots;
import io.liaptui.common.rules.Game;
import java.util.List;

/**
 * One kind of game as the services see it; found by injection. Everything about a game that is not its rules hangs
 * here too.
 */
public interface GameModule<S, C, E> {
    /** As it stands in the room hash, such as {@code liaptui}; also the prefix of its event types. */
    String name();

    /** How many seats a table has. */
    int seats();

    Game<S, C, E> rules();

    Bots<S, C> bots();

    GameCodec<S, C, E> codec();

    GameWire<S, C, E> wire();

    /** Every timer that {@link Game#pace} may name. */
    List<GameTimer> timers();
}
