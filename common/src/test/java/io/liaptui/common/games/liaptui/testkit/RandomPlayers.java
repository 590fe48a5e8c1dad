package io.liaptui.common.games.liaptui.testkit;

import io.liaptui.common.games.liaptui.Command;
import io.liaptui.common.games.liaptui.State;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.rules.Bots;
import java.util.List;
import java.util.Random;

/** Players without a thought: any legal command. They reach corners that bots avoid. */
public final class RandomPlayers implements Bots<State, Command> {
    private final Random random;

    public RandomPlayers(long seed) {
        this.random = new Random(seed);
    }

    @Override
    public Command choose(State state, Seat seat) {
        List<Command> legal = LegalMoves.of((State.Begun) state, seat);
        return legal.get(random.nextInt(legal.size()));
    }

    @Override
    public double pondering(State state, Seat seat) {
        return 0;
    }
}
