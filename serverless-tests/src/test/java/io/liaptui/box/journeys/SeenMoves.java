package io.liaptui.box.journeys;

import io.liaptui.box.player.Frame;
import io.liaptui.box.player.ScriptedPlayer;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every move that one player was shown, in the order in which it was shown first. */
final class SeenMoves {
    private final Set<Move> moves = new LinkedHashSet<>();
    /** Declarations are told again before the view that says of which round. */
    private final Map<String, String> toldAgain = new LinkedHashMap<>();

    private SeenMoves() {}

    /**
     * @throws AssertionError if the player keeps no longer all frames
     */
    static List<Move> of(ScriptedPlayer player) {
        List<Frame> frames = player.frames();
        if (frames.getFirst().number() != 1) {
            throw new AssertionError(player.name() + " has forgotten the first frames");
        }
        SeenMoves seen = new SeenMoves();
        frames.forEach(seen::read);
        return new ArrayList<>(seen.moves);
    }

    private void read(Frame frame) {
        JsonObject data = frame.data();
        if (frame.event().equals("declare")) {
            toldAgain.put(data.getString("player"), String.valueOf(data.getInteger("value")));
        } else if (frame.event().equals("phase_change")) {
            int round = data.getInteger("round");
            toldAgain.forEach((player, value) -> moves.add(new Move(round, 0, player, value)));
            toldAgain.clear();
            JsonObject phase = data.getJsonObject("phase_data");
            switch (data.getString("phase")) {
                case "declaration" ->
                    phase.getJsonObject("declarations")
                            .forEach(made -> moves.add(new Move(round, 0, made.getKey(), made.getValue() + "")));
                case "turn" ->
                    phase.getJsonObject("turn_plays")
                            .forEach(play -> moves.add(new Move(
                                    round,
                                    phase.getInteger("current_turn_number"),
                                    play.getKey(),
                                    ((JsonObject) play.getValue())
                                            .getJsonArray("pieces")
                                            .getList()
                                            .toString())));
                default -> {
                    // shows no move that the others do not
                }
            }
        }
    }
}
