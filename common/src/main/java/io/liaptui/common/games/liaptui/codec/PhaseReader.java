package io.liaptui.common.games.liaptui.codec;

import com.fasterxml.jackson.databind.JsonNode;
import io.liaptui.common.games.liaptui.Declarations;
import io.liaptui.common.games.liaptui.Match;
import io.liaptui.common.games.liaptui.Phase;
import io.liaptui.common.games.liaptui.Play;
import io.liaptui.common.games.liaptui.Round;
import io.liaptui.common.games.liaptui.StarterReason;
import io.liaptui.common.games.liaptui.Tally;
import io.liaptui.common.games.liaptui.Turn;
import io.liaptui.common.ids.Seat;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what {@link PhaseWriter} wrote. */
final class PhaseReader {
    private PhaseReader() {}

    static Phase read(JsonNode json, Match match, Round round) {
        return switch (Json.text(json, "phase")) {
            case PhaseNames.DEALING -> new Phase.Dealing(match, round);
            case PhaseNames.ASKING ->
                new Phase.Asking(match, round, Json.seats(json, "weak"), answers(json), Json.flag(json, "warned"));
            case PhaseNames.STARTING ->
                new Phase.Starting(match, round, StarterReason.parse(Json.text(json, "reason")));
            case PhaseNames.DECLARING -> new Phase.Declaring(match, round, declarations(json));
            case PhaseNames.PLAYING -> new Phase.Playing(match, round, tally(json), turn(json));
            case PhaseNames.REVEALING -> new Phase.Revealing(match, round, tally(json), turn(json));
            case PhaseNames.TURN_RESULT ->
                new Phase.TurnResult(
                        match, round, tally(json), turn(json), Json.seat(json, "winner"), Json.flag(json, "last"));
            case PhaseNames.SCORED ->
                new Phase.Scored(
                        match,
                        round,
                        tally(json),
                        Json.seat(json, "last_winner"),
                        Json.list(json.required("scores"), StateReader::score));
            case PhaseNames.OVER -> new Phase.Over(match, round, tally(json), Json.seats(json, "winners"));
            default -> throw new IllegalArgumentException("unknown phase");
        };
    }

    private static SortedMap<Seat, Boolean> answers(JsonNode json) {
        JsonNode part = json.required("answers");
        SortedMap<Seat, Boolean> answers = new TreeMap<>();
        part.fieldNames()
                .forEachRemaining(seat -> answers.put(new Seat(Integer.parseInt(seat)), Json.flag(part, seat)));
        return answers;
    }

    private static Turn turn(JsonNode json) {
        JsonNode part = json.required("turn");
        return new Turn(
                Json.number(part, "number"),
                Json.seat(part, "starter"),
                Json.list(part.required("plays"), PhaseReader::play));
    }

    private static Play play(JsonNode json) {
        return new Play(Json.seat(json, "seat"), Json.pieces(json.required("pieces")));
    }

    private static Tally tally(JsonNode json) {
        return new Tally(declarations(json), Json.numbers(json, "captured"));
    }

    private static Declarations declarations(JsonNode json) {
        JsonNode part = json.required("declarations");
        return new Declarations(Json.seat(part, "starter"), Json.numbers(part, "values"));
    }
}
