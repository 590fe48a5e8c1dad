package io.liaptui.box.player;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a {@code phase_change} and says whether this player is asked for something, and what it answers. */
final class Moves {
    private static final int ALL = 8;
    private final String name;
    private final Chooser chooser;

    Moves(String name, Chooser chooser) {
        this.name = name;
        this.chooser = chooser;
    }

    Optional<Move> forFrame(JsonObject frame) {
        JsonObject phase = frame.getJsonObject("phase_data");
        String at = frame.getString("phase") + " " + frame.getInteger("round");
        return switch (frame.getString("phase")) {
            case "preparation" -> redeal(frame, phase, at);
            case "declaration" -> declare(frame, phase, at);
            case "turn" -> play(frame, phase, at);
            case "scoring" -> Optional.of(new Move(at, "start_next_round", new JsonObject()));
            default -> Optional.empty();
        };
    }

    List<String> hand(JsonObject frame) {
        return strings(self(frame).getJsonArray("hand", new JsonArray()));
    }

    private JsonObject self(JsonObject frame) {
        return frame.getJsonObject("players").getJsonObject(name, new JsonObject());
    }

    private Optional<Move> redeal(JsonObject frame, JsonObject phase, String at) {
        if (!strings(phase.getJsonArray("weak_players_awaiting", new JsonArray()))
                .contains(name)) {
            return Optional.empty();
        }
        String event = chooser.redeal(hand(frame)) ? "accept_redeal" : "decline_redeal";
        return Optional.of(new Move(at + " deal " + phase.getInteger("redeal_multiplier"), event, data()));
    }

    private Optional<Move> declare(JsonObject frame, JsonObject phase, String at) {
        if (!name.equals(phase.getString("current_declarer"))) {
            return Optional.empty();
        }
        Set<Integer> forbidden = new HashSet<>();
        if (phase.getJsonObject("declarations").size() == 3) {
            forbidden.add(ALL - phase.getInteger("declaration_total"));
        }
        if (self(frame).getInteger("zero_declares_in_a_row", 0) >= 2) {
            forbidden.add(0);
        }
        return Optional.of(new Move(at, "declare", data().put("value", chooser.declare(hand(frame), forbidden))));
    }

    private Optional<Move> play(JsonObject frame, JsonObject phase, String at) {
        List<String> hand = hand(frame);
        boolean asked = name.equals(phase.getString("current_player"))
                && !phase.getJsonObject("turn_plays").containsKey(name)
                && !hand.isEmpty();
        if (!asked) {
            return Optional.empty();
        }
        Integer required = phase.getInteger("required_piece_count");
        List<Integer> positions = chooser.play(hand, required == null ? 0 : required);
        if (positions.isEmpty()) {
            return Optional.empty();
        }
        JsonObject data = data().put("piece_indices", new JsonArray(positions))
                .put(
                        "play_value",
                        positions.stream()
                                .mapToInt(p -> Piece.parse(hand.get(p)).value())
                                .sum());
        return Optional.of(new Move(at + " turn " + phase.getInteger("current_turn_number"), "play", data));
    }

    private JsonObject data() {
        return new JsonObject().put("player_name", name);
    }

    private static List<String> strings(JsonArray array) {
        return array.stream().map(String::valueOf).toList();
    }
}
