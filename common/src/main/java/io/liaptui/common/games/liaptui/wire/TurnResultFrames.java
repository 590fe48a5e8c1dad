package io.liaptui.common.games.liaptui.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.common.games.liaptui.Phase;
import io.liaptui.common.games.liaptui.Play;
import io.liaptui.common.games.liaptui.Timers;
import io.liaptui.common.wire.Frame;
import java.util.ArrayList;
import java.util.List;

/** The end of a turn: the results screen opens on {@code turn_complete}, not on a phase. */
final class TurnResultFrames {
    private TurnResultFrames() {}

    /** All that is said when a turn is resolved, and again to who comes back during the results screen. */
    static List<Frame> of(Scene scene, Phase.TurnResult result) {
        List<Frame> frames = new ArrayList<>();
        frames.add(TurnFrames.resolved(scene, result));
        frames.add(complete(scene, result));
        if (result.last()) {
            frames.add(lastOfRound(scene, result));
        }
        return frames;
    }

    private static Frame complete(Scene scene, Phase.TurnResult result) {
        Play best = result.turn().best();
        String winner = scene.name(result.winner());
        ObjectNode data = Scene.object().put("phase", "turn").put("winner", winner);
        data.set("winning_play", winningPlay(scene, result));
        data.set(
                "player_piles",
                scene.byName(
                        seat -> seat.equals(result.winner()) ? best.pieces().size() : 0));
        data.set("turn_players_data", PlayerStates.list(scene));
        data.put("turn_number", result.turn().number())
                .put("next_starter", winner)
                .put("all_hands_empty", result.last())
                .put("will_continue", !result.last());
        data.set("turn_resolution", resolution(scene, result));
        return scene.frame("turn_complete", data.put("timestamp", scene.timestamp()));
    }

    private static ObjectNode winningPlay(Scene scene, Phase.TurnResult result) {
        Play best = result.turn().best();
        ObjectNode play = Scene.object();
        play.set("pieces", Scene.pieces(best.pieces()));
        return play.put("value", best.sum())
                .put("type", best.combination().type().name())
                .put("pilesWon", best.pieces().size())
                .put("starter", scene.name(result.turn().starter()));
    }

    private static ObjectNode resolution(Scene scene, Phase.TurnResult result) {
        ObjectNode resolution = Scene.object();
        ArrayNode plays = resolution.putArray("all_plays");
        result.turn().plays().forEach(play -> plays.add(play(scene, play)));
        resolution.put("winner", scene.name(result.winner()));
        resolution.set("winner_play", play(scene, result.turn().best()));
        return resolution;
    }

    private static ObjectNode play(Scene scene, Play play) {
        ObjectNode json = Scene.object().put("player", scene.name(play.seat()));
        json.set("pieces", Scene.pieces(play.pieces()));
        return json.put("is_valid", true)
                .put("play_type", play.combination().type().name())
                .put("play_value", play.sum());
    }

    private static Frame lastOfRound(Scene scene, Phase.TurnResult result) {
        ObjectNode data = Scene.object().put("turn_winner", scene.name(result.winner()));
        data.set("winning_play", winningPlay(scene, result));
        data.set("turn_plays", TurnFrames.plays(scene, result.turn()));
        data.set("pile_counts", scene.byName(result.tally()::captured));
        data.set("player_stats", ScoringFrames.statistics(scene, result.match()));
        data.put("display_duration", scene.seconds(Timers.RESULT))
                .put("next_phase", "scoring")
                .put("auto_transition", true);
        return PhaseChange.of(scene, "turn_results", List.of(), data, "The last turn of the round");
    }
}
