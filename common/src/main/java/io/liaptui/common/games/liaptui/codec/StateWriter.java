package io.liaptui.common.games.liaptui.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.common.games.liaptui.Match;
import io.liaptui.common.games.liaptui.Round;
import io.liaptui.common.games.liaptui.RoundScore;
import io.liaptui.common.games.liaptui.Settings;
import io.liaptui.common.games.liaptui.Standing;
import io.liaptui.common.games.liaptui.State;

/** States to JSON, fields always in the same order. */
final class StateWriter {
    private StateWriter() {}

    static ObjectNode write(State state) {
        return switch (state) {
            case State.NotBegun() -> Json.object().put("phase", PhaseNames.NOT_BEGUN);
            case State.Begun begun -> {
                ObjectNode json = PhaseWriter.write(begun.phase());
                json.set("match", match(begun.phase().match()));
                json.set("round", round(begun.phase().round()));
                json.set("hands", Json.array(begun.hands(), hand -> Json.pieces(hand.pieces())));
                json.set("chance", Json.chance(begun.chance()));
                yield json;
            }
        };
    }

    static ObjectNode settings(Settings settings) {
        return Json.object()
                .put("max_rounds", settings.maxRounds())
                .put("bots", settings.bots().text());
    }

    static ObjectNode score(RoundScore score) {
        return Json.object()
                .put("declared", score.declared())
                .put("captured", score.captured())
                .put("multiplier", score.multiplier())
                .put("points", score.points());
    }

    static ObjectNode match(Match match) {
        ObjectNode json = Json.object();
        json.set("settings", settings(match.settings()));
        json.set("standings", Json.array(match.standings(), StateWriter::standing));
        return json;
    }

    private static ObjectNode standing(Standing standing) {
        return Json.object()
                .put("total", standing.total())
                .put("zero_streak", standing.zeroStreak())
                .put("turns_won", standing.turnsWon())
                .put("perfect_rounds", standing.perfectRounds());
    }

    static ObjectNode round(Round round) {
        return Json.object()
                .put("number", round.number())
                .put("multiplier", round.multiplier())
                .put("starter", round.starter().index());
    }
}
