package io.liaptui.common.games.liaptui;

import io.liaptui.common.rules.Pace;

/** The timers of the game by name, and which of them runs in a phase. */
public final class Timers {
    /** After a deal, while the pieces fly. */
    public static final String DEAL = "deal";
    /** After a redeal that left no weak hand, before the round starts. */
    public static final String REDEALT = "redealt";
    /** How long weak hands are asked before the players are warned. */
    public static final String REDEAL_WARNING = "redeal-warning";
    /** How long they have after the warning. */
    public static final String REDEAL_LIMIT = "redeal-limit";
    /** How long it is shown who starts. */
    public static final String ROUND_START = "round-start";
    /** From the fourth play to the result. */
    public static final String REVEAL = "reveal";
    /** How long the result of a turn is shown. */
    public static final String RESULT = "result";
    /** How long the points of a round are shown. */
    public static final String SCORING = "scoring";

    /** More than the turns of a round and any likely number of redeals. */
    private static final long PER_ROUND = 1_000_000;

    private Timers() {}

    static Pace pace(State.Begun state) {
        return switch (state.phase()) {
            case Phase.Dealing(var match, var round) -> deadline(afterDeal(round, state), round, round.multiplier());
            case Phase.Asking asking ->
                deadline(
                        asking.warned() ? REDEAL_LIMIT : REDEAL_WARNING,
                        asking.round(),
                        asking.round().multiplier());
            case Phase.Starting starting -> deadline(ROUND_START, starting.round(), 0);
            case Phase.Revealing(var match, var round, var tally, var turn) -> deadline(REVEAL, round, turn.number());
            case Phase.TurnResult result ->
                deadline(RESULT, result.round(), result.turn().number());
            case Phase.Scored scored -> deadline(SCORING, scored.round(), 0);
            case Phase.Declaring declaring -> new Pace.Waiting();
            case Phase.Playing playing -> new Pace.Waiting();
            case Phase.Over over -> new Pace.Waiting();
        };
    }

    private static String afterDeal(Round round, State.Begun state) {
        boolean weak = state.hands().stream().anyMatch(Hand::isWeak);
        return round.wasRedealt() && !weak ? REDEALT : DEAL;
    }

    private static Pace deadline(String timer, Round round, long withinRound) {
        return new Pace.Deadline(timer, round.number() * PER_ROUND + withinRound);
    }
}
