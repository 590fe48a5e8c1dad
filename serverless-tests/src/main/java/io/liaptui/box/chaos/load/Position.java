package io.liaptui.box.chaos.load;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How far a game has come, as one view shows it. What a player is shown never goes back.
 *
 * @param round from 1
 * @param stage of the round: deal, start, declarations, turns, scores, end
 * @param major multiplier and turn
 * @param minor answers, declarations or plays so far
 */
record Position(int round, Stage stage, int major, int minor) implements Comparable<Position> {
    private static final int RESOLVED = 5;
    private static final Comparator<Position> ORDER = Comparator.comparingInt(Position::round)
            .thenComparing(Position::stage)
            .thenComparingInt(Position::major)
            .thenComparingInt(Position::minor);

    /** In the order of a round. */
    enum Stage {
        DEAL,
        START,
        DECLARATIONS,
        TURNS,
        SCORES,
        END
    }

    /** Reads a {@code phase_change}; empty for one that repeats what another says. */
    static Optional<Position> of(JsonObject view) {
        JsonObject phase = view.getJsonObject("phase_data");
        int round = view.getInteger("round");
        return Optional.ofNullable(
                switch (view.getString("phase")) {
                    case "preparation" ->
                        new Position(
                                round,
                                Stage.DEAL,
                                2 * phase.getInteger("redeal_multiplier") + (phase.getBoolean("dealing_cards") ? 0 : 1),
                                phase.getInteger("decisions_received", 0));
                    case "round_start" -> new Position(round, Stage.START, 0, 0);
                    case "declaration" ->
                        new Position(
                                round,
                                Stage.DECLARATIONS,
                                0,
                                phase.getJsonObject("declarations").size());
                    case "turn" ->
                        new Position(
                                round,
                                Stage.TURNS,
                                phase.getInteger("current_turn_number"),
                                phase.containsKey("winner")
                                        ? RESOLVED
                                        : phase.getJsonObject("turn_plays").size());
                    case "scoring" -> new Position(round, Stage.SCORES, 0, 0);
                    case "game_over" -> new Position(round, Stage.END, 0, 0);
                    default -> null;
                });
    }

    /** Whose answer the view waits for, if any of these is asked; bots and displays need none. */
    static boolean asks(JsonObject view, Set<String> names) {
        JsonObject phase = view.getJsonObject("phase_data");
        return switch (view.getString("phase")) {
            case "preparation" ->
                phase.getJsonArray("weak_players_awaiting", new JsonArray()).stream()
                        .anyMatch(name -> names.contains(String.valueOf(name)));
            case "declaration" -> names.contains(String.valueOf(phase.getString("current_declarer")));
            case "turn" ->
                !phase.getBoolean("turn_complete") && names.contains(String.valueOf(phase.getString("current_player")));
            default -> false;
        };
    }

    /** What kind of wait follows it, when no player is asked: waits of a kind last about the same. */
    List<Object> kind() {
        return switch (stage) {
            case DEAL -> List.of(stage, major % 2);
            case TURNS -> List.of(stage, Math.max(3, minor));
            default -> List.of(stage);
        };
    }

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }
}
