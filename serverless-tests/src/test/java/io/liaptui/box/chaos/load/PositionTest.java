package io.liaptui.box.chaos.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PositionTest {
    private static JsonObject view(String phase, int round, JsonObject data) {
        return new JsonObject().put("phase", phase).put("round", round).put("phase_data", data);
    }

    private static JsonObject preparation(int multiplier, boolean dealing, int answers) {
        return view(
                "preparation",
                1,
                new JsonObject()
                        .put("redeal_multiplier", multiplier)
                        .put("dealing_cards", dealing)
                        .put("weak_players_awaiting", dealing ? new JsonArray() : new JsonArray().add("Mina"))
                        .put("decisions_received", answers));
    }

    private static JsonObject turn(int round, int number, int plays, boolean resolved) {
        JsonObject made = new JsonObject();
        for (int i = 0; i < plays; i++) {
            made.put("p" + i, new JsonObject());
        }
        JsonObject data = new JsonObject()
                .put("current_turn_number", number)
                .put("turn_plays", made)
                .put("turn_complete", plays == 4)
                .put("current_player", "Mina");
        return view("turn", round, resolved ? data.put("winner", "Mina") : data);
    }

    @Test
    void aGameOnlyGrows() {
        List<JsonObject> game = List.of(
                preparation(1, true, 0),
                preparation(1, false, 0),
                preparation(1, false, 1),
                preparation(2, true, 0),
                preparation(2, false, 0),
                view("round_start", 1, new JsonObject()),
                view("declaration", 1, new JsonObject().put("declarations", new JsonObject())),
                view("declaration", 1, new JsonObject().put("declarations", new JsonObject().put("Mina", 2))),
                turn(1, 1, 0, false),
                turn(1, 1, 3, false),
                turn(1, 1, 4, false),
                turn(1, 1, 4, true),
                turn(1, 2, 0, false),
                view("scoring", 1, new JsonObject()),
                turn(2, 1, 0, false),
                view("game_over", 2, new JsonObject()));
        List<Position> positions =
                game.stream().map(view -> Position.of(view).orElseThrow()).toList();
        assertThat(positions).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void whatOnlyRepeatsHasNoPlace() {
        assertThat(Position.of(view("turn_results", 1, new JsonObject()))).isEmpty();
    }

    @Test
    void aViewAsksWhoeverIsToAnswer() {
        assertThat(Position.asks(turn(1, 1, 3, false), Set.of("Mina", "Omar"))).isTrue();
        assertThat(Position.asks(turn(1, 1, 3, false), Set.of("Omar"))).isFalse();
        assertThat(Position.asks(turn(1, 1, 4, false), Set.of("Mina")))
                .as("the client shows who played last")
                .isFalse();
        assertThat(Position.asks(preparation(1, false, 0), Set.of("Mina"))).isTrue();
        assertThat(Position.asks(view("scoring", 1, new JsonObject()), Set.of("Mina")))
                .isFalse();
    }
}
