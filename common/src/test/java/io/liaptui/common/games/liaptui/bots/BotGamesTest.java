package io.liaptui.common.games.liaptui.bots;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.games.liaptui.Command;
import io.liaptui.common.games.liaptui.Event;
import io.liaptui.common.games.liaptui.LiapTui;
import io.liaptui.common.games.liaptui.State;
import io.liaptui.common.games.liaptui.testkit.TestGame;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.rules.Decision;
import io.liaptui.common.rules.Input;
import io.liaptui.common.rules.Pace;
import io.liaptui.common.rules.Table;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever bots do is legal, and their games end. A failure names its seed. */
class BotGamesTest {
    private final LiapTui rules = new LiapTui();
    private final LiapTuiBots bots = new LiapTuiBots();

    @ParameterizedTest
    @CsvSource({"strategic, 10000", "basic, 2000"})
    void botsNeverDoAnythingIllegal(String level, int games) {
        long finished = LongStream.range(0, games)
                .parallel()
                .filter(seed -> rules.isOver(play(seed, level)))
                .count();

        assertThat(finished).isEqualTo(games);
    }

    private State play(long seed, String level) {
        State state = rules.empty();
        for (Event event : rules.begin(new Table(4, TestGame.seed(seed), Map.of("bots", level)))) {
            state = rules.apply(state, event);
        }
        for (int left = 10_000; left > 0 && !rules.isOver(state); left--) {
            switch (rules.decide(state, next(state))) {
                case Decision.Accepted<Event>(var events) -> {
                    for (Event event : events) {
                        state = rules.apply(state, event);
                    }
                }
                case Decision.Refused<Event>(var reason) ->
                    throw new AssertionError("seed " + seed + ": refused " + next(state) + ": " + reason);
            }
        }
        return state;
    }

    private Input<Command> next(State state) {
        Set<Seat> awaited = rules.awaited(state);
        if (awaited.isEmpty()) {
            return new Input.TimeUp<>(((Pace.Deadline) rules.pace(state)).timer());
        }
        Seat seat = awaited.iterator().next();
        return new Input.Move<>(seat, bots.choose(state, seat));
    }
}
