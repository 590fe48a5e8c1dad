package io.liaptui.box.moves;

import io.liaptui.box.player.Frame;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every move that one player was shown, in the order in which it was shown first. One thread at a time. */
public final class SeenMoves {
    private final Set<Move> moves = new LinkedHashSet<>();
    /** Declarations are told again before the view that says of which round. */
    private final Map<String, String> toldAgain = new LinkedHashMap<>();

    /** Reads the player's next frame. */
    public void read(Frame frame) {
        JsonObject data = frame.data();
        if (frame.event().equals("declare")) {
            toldAgain.put(data.getString("player"), String.valueOf(data.getInteger("value")));
        } else if (frame.event().equals("phase_change")) {
            int round = data.getInteger("round");
            toldAgain.forEach((player, value) -> moves.add(Move.declared(round, player, value)));
            toldAgain.clear();
            view(data.getString("phase"), round, data.getJsonObject("phase_data"));
        }
    }

    private void view(String phase, int round, JsonObject shown) {
        switch (phase) {
            case "preparation" ->
                shown.getJsonObject("redeal_decisions", new JsonObject())
                        .forEach(made -> moves.add(
                                Move.redeal(round, shown.getInteger("redeal_multiplier"), made.getKey(), (Boolean)
                                        made.getValue())));
            case "declaration" ->
                shown.getJsonObject("declarations")
                        .forEach(made -> moves.add(Move.declared(round, made.getKey(), made.getValue() + "")));
            case "turn" ->
                shown.getJsonObject("turn_plays")
                        .forEach(play -> moves.add(new Move(
                                round, shown.getInteger("current_turn_number"), play.getKey(), pieces((JsonObject)
                                        play.getValue()))));
            default -> {
                // shows no move that the others do not
            }
        }
    }

    private static String pieces(JsonObject play) {
        return play.getJsonArray("pieces", new JsonArray()).getList().toString();
    }

    /** All so far, oldest first. */
    public List<Move> all() {
        return new ArrayList<>(moves);
    }

    /** How many so far. */
    public int count() {
        return moves.size();
    }
}
