package io.liaptui.common.games.liaptui.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.common.games.liaptui.Phase;
import io.liaptui.common.games.liaptui.Play;
import io.liaptui.common.games.liaptui.Tally;
import io.liaptui.common.games.liaptui.Turn;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.wire.Frame;
import java.util.List;

/** The phase {@code turn}, which on the wire lasts until the last turn is over. */
final class TurnFrames {
    private TurnFrames() {}

    static Frame playing(Scene scene, Phase.Playing playing) {
        return turn(scene, data(scene, playing.tally(), playing.turn()));
    }

    static Frame revealing(Scene scene, Phase.Revealing revealing) {
        return turn(scene, data(scene, revealing.tally(), revealing.turn()));
    }

    static Frame resolved(Scene scene, Phase.TurnResult result) {
        String winner = scene.name(result.winner());
        ObjectNode data = data(scene, result.tally(), result.turn())
                .put("winner", winner)
                .put("piles_won", result.turn().best().pieces().size())
                .put("next_turn_starter", winner);
        return turn(scene, data);
    }

    /** The plays on the table, in the order of play. */
    static ObjectNode plays(Scene scene, Turn turn) {
        ObjectNode plays = Scene.object();
        turn.plays().forEach(play -> plays.set(scene.name(play.seat()), play(play)));
        return plays;
    }

    private static ObjectNode data(Scene scene, Tally tally, Turn turn) {
        // After the fourth play the client keeps showing who played last
        Seat current = turn.isComplete() ? turn.order().getLast() : turn.next();
        ObjectNode data = Scene.object();
        data.set("turn_order", scene.names(turn.order()));
        data.put("current_turn_starter", scene.name(turn.starter()));
        data.put("current_player", scene.name(current));
        // An explicit null lets the starter choose; without the key the client keeps the last turn's count
        data.put(
                "required_piece_count",
                turn.required().isPresent() ? turn.required().getAsInt() : null);
        data.set("turn_plays", plays(scene, turn));
        data.put("turn_complete", turn.isComplete()).put("current_turn_number", turn.number());
        data.set("pile_counts", scene.byName(tally::captured));
        return data;
    }

    private static ObjectNode play(Play play) {
        ObjectNode json = Scene.object();
        json.set("pieces", Scene.pieces(play.pieces()));
        return json.put("play_type", play.combination().type().name())
                .put("play_value", play.sum())
                .put("is_valid", true)
                .put("piece_count", play.pieces().size());
    }

    private static Frame turn(Scene scene, ObjectNode data) {
        return PhaseChange.of(scene, "turn", List.of("play_pieces"), data, "Turn");
    }
}
