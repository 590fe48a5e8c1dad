package io.liaptui.common.games.liaptui.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.common.games.liaptui.Declarations;
import io.liaptui.common.games.liaptui.Phase;
import io.liaptui.common.games.liaptui.Play;
import io.liaptui.common.games.liaptui.Tally;
import io.liaptui.common.games.liaptui.Turn;

/** What a phase has beside match and round. */
final class PhaseWriter {
    private PhaseWriter() {}

    static ObjectNode write(Phase phase) {
        return switch (phase) {
            case Phase.Dealing dealing -> named(PhaseNames.DEALING);
            case Phase.Asking asking -> asking(asking);
            case Phase.Starting starting ->
                named(PhaseNames.STARTING).put("reason", starting.reason().text());
            case Phase.Declaring declaring -> {
                ObjectNode json = named(PhaseNames.DECLARING);
                json.set("declarations", declarations(declaring.declarations()));
                yield json;
            }
            case Phase.Playing(var match, var round, var tally, var turn) -> turn(PhaseNames.PLAYING, tally, turn);
            case Phase.Revealing(var match, var round, var tally, var turn) -> turn(PhaseNames.REVEALING, tally, turn);
            case Phase.TurnResult result ->
                turn(PhaseNames.TURN_RESULT, result.tally(), result.turn())
                        .put("winner", result.winner().index())
                        .put("last", result.last());
            case Phase.Scored scored -> {
                ObjectNode json = tally(PhaseNames.SCORED, scored.tally())
                        .put("last_winner", scored.lastWinner().index());
                json.set("scores", Json.array(scored.scores(), StateWriter::score));
                yield json;
            }
            case Phase.Over over -> {
                ObjectNode json = tally(PhaseNames.OVER, over.tally());
                json.set("winners", Json.seats(over.winners()));
                yield json;
            }
        };
    }

    private static ObjectNode asking(Phase.Asking asking) {
        ObjectNode json = named(PhaseNames.ASKING).put("warned", asking.warned());
        json.set("weak", Json.seats(asking.weak()));
        ObjectNode answers = json.putObject("answers");
        asking.answers().forEach((seat, accepted) -> answers.put(Integer.toString(seat.index()), accepted));
        return json;
    }

    private static ObjectNode turn(String phase, Tally tally, Turn turn) {
        ObjectNode json = tally(phase, tally);
        ObjectNode part = json.putObject("turn")
                .put("number", turn.number())
                .put("starter", turn.starter().index());
        part.set("plays", Json.array(turn.plays(), PhaseWriter::play));
        return json;
    }

    private static ObjectNode play(Play play) {
        ObjectNode json = Json.object().put("seat", play.seat().index());
        json.set("pieces", Json.pieces(play.pieces()));
        return json;
    }

    private static ObjectNode tally(String phase, Tally tally) {
        ObjectNode json = named(phase);
        json.set("declarations", declarations(tally.declarations()));
        json.set("captured", Json.numbers(tally.captured()));
        return json;
    }

    private static ObjectNode declarations(Declarations declarations) {
        ObjectNode json = Json.object().put("starter", declarations.starter().index());
        json.set("values", Json.numbers(declarations.values()));
        return json;
    }

    private static ObjectNode named(String phase) {
        return Json.object().put("phase", phase);
    }
}
