package io.liaptui.common.games.liaptui.testkit;

import io.liaptui.common.games.liaptui.BotLevel;
import io.liaptui.common.games.liaptui.Declarations;
import io.liaptui.common.games.liaptui.Hand;
import io.liaptui.common.games.liaptui.Match;
import io.liaptui.common.games.liaptui.Phase;
import io.liaptui.common.games.liaptui.Round;
import io.liaptui.common.games.liaptui.Settings;
import io.liaptui.common.games.liaptui.Standing;
import io.liaptui.common.games.liaptui.State;
import io.liaptui.common.games.liaptui.Tally;
import io.liaptui.common.games.liaptui.Turn;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.rules.Chance;
import java.util.List;

/** States made by hand. */
public final class Positions {
    public static final Settings SETTINGS = new Settings(20, BotLevel.STRATEGIC);

    private Positions() {}

    public static Match match(List<Integer> totals) {
        return new Match(
                SETTINGS,
                totals.stream().map(total -> new Standing(total, 0, 0, 0)).toList());
    }

    public static Match fresh() {
        return match(List.of(0, 0, 0, 0));
    }

    public static Round round(int number, int multiplier, int starter) {
        return new Round(number, multiplier, new Seat(starter));
    }

    public static State.Begun state(List<Hand> hands, Phase phase) {
        return new State.Begun(Chance.of(TestGame.seed(7)), hands, phase);
    }

    public static State.Begun dealing(Round round, List<Hand> hands) {
        return state(hands, new Phase.Dealing(fresh(), round));
    }

    /** Turn 1 begins, led by seat 0. */
    public static State.Begun playing(List<Hand> hands, List<Integer> declared) {
        Seat leader = new Seat(0);
        return state(
                hands,
                new Phase.Playing(
                        fresh(),
                        round(1, 1, 0),
                        new Tally(new Declarations(leader, declared), List.of(0, 0, 0, 0)),
                        new Turn(1, leader, List.of())));
    }

    /** One hand for each line. */
    public static List<Hand> hands(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .map(PiecesText::hand)
                .toList();
    }
}
