package io.liaptui.common.games.liaptui.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.common.games.liaptui.Match;
import io.liaptui.common.games.liaptui.Phase;
import io.liaptui.common.games.liaptui.RoundScore;
import io.liaptui.common.games.liaptui.Seats;
import io.liaptui.common.games.liaptui.Standing;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.wire.Frame;
import java.time.Duration;
import java.util.List;

/** The phases {@code scoring} and {@code game_over}. */
final class ScoringFrames {
    private ScoringFrames() {}

    static Frame scored(Scene scene, Phase.Scored scored) {
        Match match = scored.match();
        ObjectNode data = Scene.object();
        ObjectNode scores = data.putObject("round_scores");
        ArrayNode players = Scene.array();
        for (Seat seat : Seats.all()) {
            RoundScore score = scored.scores().get(seat.index());
            scores.set(scene.name(seat), score(score, match.of(seat)));
            // The client takes pile_count for what was declared
            players.addObject()
                    .put("name", scene.name(seat))
                    .put("is_bot", scene.cast().at(seat).isBot())
                    .put("pile_count", score.declared())
                    .put("captured_piles", score.captured());
        }
        data.set("total_scores", scene.byName(seat -> match.of(seat).total()));
        data.set("scoring_players_data", players);
        boolean complete = match.endsWith(scored.round());
        data.put("redeal_multiplier", scored.round().multiplier()).put("game_complete", complete);
        data.set("winners", scene.names(complete ? match.leaders() : List.of()));
        data.set("player_stats", statistics(scene, match));
        data.put("scores_calculated", true);
        return PhaseChange.of(scene, "scoring", List.of(), data, "The points of the round");
    }

    static Frame over(Scene scene, Phase.Over over) {
        ObjectNode data = Scene.object();
        ArrayNode rankings = data.putArray("final_rankings");
        int rank = 1;
        for (Seat seat : over.match().ranking()) {
            Standing standing = over.match().of(seat);
            rankings.addObject()
                    .put("name", scene.name(seat))
                    .put("score", standing.total())
                    .put("rank", rank++)
                    .put("turns_won", standing.turnsWon())
                    .put("perfect_rounds", standing.perfectRounds());
        }
        Duration duration =
                Duration.between(scene.cast().startedAt(), scene.cast().at());
        data.putObject("game_stats")
                .put("total_rounds", over.round().number())
                .put("game_duration", duration.toMinutes() + " min")
                .put("start_time", scene.cast().startedAt().toEpochMilli() / 1000.0)
                .put("end_time", scene.timestamp());
        data.set("winners", scene.names(over.winners()));
        return PhaseChange.of(scene, "game_over", List.of(), data, "The game is over");
    }

    static ObjectNode statistics(Scene scene, Match match) {
        ObjectNode statistics = Scene.object();
        for (Seat seat : Seats.all()) {
            statistics
                    .putObject(scene.name(seat))
                    .put("turns_won", match.of(seat).turnsWon())
                    .put("perfect_rounds", match.of(seat).perfectRounds());
        }
        return statistics;
    }

    private static ObjectNode score(RoundScore score, Standing standing) {
        return Scene.object()
                .put("declared", score.declared())
                .put("actual", score.captured())
                .put("base_score", score.base())
                .put("bonus", score.bonus())
                .put("hit_value", score.hitValue())
                .put("multiplier", score.multiplier())
                .put("final_score", score.points())
                .put("total_score", standing.total());
    }
}
