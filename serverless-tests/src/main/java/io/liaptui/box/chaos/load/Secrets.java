package io.liaptui.box.chaos.load;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** Whether a view shows somebody what belongs to another seat: until the game is over, that is every other hand. */
final class Secrets {
    private Secrets() {}

    /** What it shows too much, for people. */
    static Optional<String> shownTo(String viewer, JsonObject view) {
        if ("game_over".equals(view.getString("phase"))) {
            return Optional.empty();
        }
        return view.getJsonObject("players", new JsonObject()).stream()
                .filter(player -> !player.getKey().equals(viewer))
                .filter(player -> player.getValue() instanceof JsonObject shown
                        && shown.getValue("hand") instanceof JsonArray hand
                        && !hand.isEmpty())
                .map(player -> viewer + " was shown the hand of " + player.getKey() + " in " + view.getString("phase"))
                .findFirst();
    }
}
