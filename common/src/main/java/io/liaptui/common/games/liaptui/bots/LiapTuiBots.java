package io.liaptui.common.games.liaptui.bots;

import io.liaptui.common.games.liaptui.BotLevel;
import io.liaptui.common.games.liaptui.Command;
import io.liaptui.common.games.liaptui.Phase;
import io.liaptui.common.games.liaptui.State;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.rules.Bots;

/** Bots of the level that the table asked for. Any thread; no state. */
public final class LiapTuiBots implements Bots<State, Command> {
    /**
     * @throws IllegalArgumentException if nothing is awaited from this seat
     */
    @Override
    public Command choose(State state, Seat seat) {
        if (!(state instanceof State.Begun begun)) {
            throw new IllegalArgumentException("the game has not begun");
        }
        Sight sight = Sight.of(begun, seat);
        boolean basic = begun.phase().match().settings().bots() == BotLevel.BASIC;
        return switch (begun.phase()) {
            case Phase.Asking asking -> new Command.AnswerRedeal(RedealWish.accepts(sight));
            case Phase.Declaring declaring ->
                new Command.Declare(
                        basic ? BasicBot.declare(sight, declaring) : StrategicDeclaration.declare(sight, declaring));
            case Phase.Playing playing ->
                new Command.PlayPieces(FoundSet.places(
                        basic
                                ? BasicBot.play(sight, playing)
                                : StrategicPlay.of(sight, playing).choose()));
            default -> throw new IllegalArgumentException("nothing is awaited from " + seat.label());
        };
    }

    @Override
    public double pondering(State state, Seat seat) {
        return state instanceof State.Begun begun ? Sight.of(begun, seat).dice().roll("pondering") : 0;
    }
}
