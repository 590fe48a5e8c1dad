package io.liaptui.common.games.liaptui.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.liaptui.common.games.GameWire.Heard;
import io.liaptui.common.games.liaptui.Command;
import io.liaptui.common.games.liaptui.Declarations;
import io.liaptui.common.games.liaptui.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads what clients ask for. Judges form only; whether it is allowed is for the rules. */
final class CommandReader {
    static final Set<String> EVENTS = Set.of(
            "accept_redeal",
            "request_redeal",
            "decline_redeal",
            "redeal_decision",
            "declare",
            "play",
            "play_pieces",
            "start_next_round",
            "player_ready");

    /** Kept from the original; a hand never has more than eight places. */
    private static final int MAX_INDEX = 31;

    private CommandReader() {}

    static Heard<Command> read(String event, JsonNode data) {
        return switch (event) {
            case "accept_redeal", "request_redeal" -> command(new Command.AnswerRedeal(true));
            case "decline_redeal" -> command(new Command.AnswerRedeal(false));
            case "redeal_decision" -> redealDecision(data.path("choice").asText());
            case "declare" -> declare(data.path("value"));
            case "play" -> play("piece_indices", data);
            case "play_pieces" -> play("indices", data);
            // Sent by every client during the scoring display; the game goes on by its own timer
            case "start_next_round", "player_ready" -> new Heard.Nothing<>();
            default -> throw new IllegalArgumentException("not a command of Liap Tui: " + event);
        };
    }

    private static Heard<Command> redealDecision(String choice) {
        return switch (choice) {
            case "accept" -> command(new Command.AnswerRedeal(true));
            case "decline" -> command(new Command.AnswerRedeal(false));
            default -> new Heard.Malformed<>("choice must be accept or decline.");
        };
    }

    private static Heard<Command> declare(JsonNode value) {
        return isNumber(value, Declarations.PILES)
                ? command(new Command.Declare(value.intValue()))
                : new Heard.Malformed<>("value must be a whole number from 0 to 8.");
    }

    private static Heard<Command> play(String field, JsonNode data) {
        JsonNode array = data.path(field);
        if (!array.isArray() || array.isEmpty() || array.size() > Turn.MAX_PIECES) {
            return new Heard.Malformed<>(field + " must be a list of 1 to 6 numbers.");
        }
        List<Integer> indices = new ArrayList<>();
        for (JsonNode index : array) {
            if (!isNumber(index, MAX_INDEX)) {
                return new Heard.Malformed<>(field + " must hold whole numbers from 0 to 31.");
            }
            if (indices.contains(index.intValue())) {
                return new Heard.Malformed<>(field + " must name each piece once.");
            }
            indices.add(index.intValue());
        }
        return command(new Command.PlayPieces(indices));
    }

    private static boolean isNumber(JsonNode value, int max) {
        return value.isIntegralNumber() && value.canConvertToInt() && value.intValue() >= 0 && value.intValue() <= max;
    }

    private static Heard<Command> command(Command command) {
        return new Heard.Command<>(command);
    }
}
