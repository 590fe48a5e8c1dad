package io.liaptui.ws.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a player says to a {@code phase_change}, usually something legal. */
final class Moves {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Moves() {}

    static boolean isOver(String phaseChange) {
        return phaseChange.startsWith("{\"event\":\"phase_change\",\"data\":{\"phase\":\"game_over\"");
    }

    /** Said after the start, it means that Redis lost the start together with the room's owner. */
    static boolean hasNotStarted(String text) {
        return text.startsWith("{\"event\":\"room_update\"") && text.contains("\"started\":false");
    }

    /** Empty if nothing is asked of this player. */
    static Optional<String> answer(String phaseChange, String name, Dice dice) {
        JsonNode data = parse(phaseChange).path("data");
        JsonNode phase = data.path("phase_data");
        return switch (data.path("phase").asText()) {
            case "preparation" -> redeal(phase, name, dice);
            case "declaration" -> declare(phase, name, dice);
            case "turn" -> play(phase, name);
            default -> Optional.empty();
        };
    }

    private static Optional<String> redeal(JsonNode phase, String name, Dice dice) {
        for (JsonNode weak : phase.path("weak_players_awaiting")) {
            if (weak.asText().equals(name)) {
                return Optional.of(say(dice.hits(0.8) ? "decline_redeal" : "accept_redeal", name, ""));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> declare(JsonNode phase, String name, Dice dice) {
        if (!phase.path("current_declarer").asText().equals(name)) {
            return Optional.empty();
        }
        int value = dice.between(1, 3);
        boolean forbidden = phase.path("declarations").size() == 3
                && phase.path("declaration_total").asInt() + value == 8;
        return Optional.of(say("declare", name, ",\"value\":" + (forbidden ? value + 1 : value)));
    }

    private static Optional<String> play(JsonNode phase, String name) {
        JsonNode plays = phase.path("turn_plays");
        if (!phase.path("current_player").asText().equals(name) || plays.has(name) || plays.size() >= 4) {
            return Optional.empty();
        }
        int count = phase.path("required_piece_count").isNull()
                ? 1
                : phase.path("required_piece_count").asInt();
        List<Integer> indices = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            indices.add(i);
        }
        return Optional.of(say("play", name, ",\"piece_indices\":" + indices));
    }

    private static String say(String event, String name, String more) {
        return "{\"event\":\"" + event + "\",\"data\":{\"player_name\":\"" + name + "\"" + more + "}}";
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
