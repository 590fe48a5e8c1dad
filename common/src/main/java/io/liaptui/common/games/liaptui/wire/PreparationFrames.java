package io.liaptui.common.games.liaptui.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.common.games.liaptui.Phase;
import io.liaptui.common.games.liaptui.Timers;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.wire.Frame;
import java.util.List;

/** The phases {@code preparation} and {@code round_start}. */
final class PreparationFrames {
    private PreparationFrames() {}

    static Frame dealing(Scene scene, Phase.Dealing dealing) {
        ObjectNode data = data(true, dealing);
        data.set("weak_players_awaiting", Scene.array());
        data.put("decisions_received", 0).put("decisions_needed", 0);
        data.set("weak_players", Scene.array());
        data.set("redeal_decisions", Scene.object());
        return PhaseChange.of(scene, "preparation", List.of(), data, "Dealing");
    }

    static Frame asking(Scene scene, Phase.Asking asking) {
        List<Seat> awaited = asking.awaited();
        ObjectNode data = data(false, asking);
        data.set("weak_players_awaiting", scene.names(awaited));
        data.put("decisions_received", asking.answers().size())
                .put("decisions_needed", asking.weak().size());
        data.set("weak_players", scene.names(asking.weak()));
        ObjectNode decisions = data.putObject("redeal_decisions");
        asking.answers().forEach((seat, accepted) -> decisions.put(scene.name(seat), accepted));
        double limit = scene.seconds(Timers.REDEAL_LIMIT);
        data.put("all_decided", awaited.isEmpty())
                .put("decision_timeout", scene.seconds(Timers.REDEAL_WARNING) + limit)
                .put("timeout_warning", asking.warned());
        if (asking.warned()) {
            data.put("seconds_remaining", Math.round(limit));
        }
        return PhaseChange.of(
                scene, "preparation", List.of("redeal_request", "redeal_response"), data, "Weak hands may be redealt");
    }

    static Frame starting(Scene scene, Phase.Starting starting) {
        ObjectNode data = Scene.object()
                .put("current_starter", scene.name(starting.round().starter()))
                .put("starter_reason", starting.reason().text())
                .put("round_number", starting.round().number())
                .put("display_duration", scene.seconds(Timers.ROUND_START));
        return PhaseChange.of(scene, "round_start", List.of(), data, "The round starts");
    }

    /** Without {@code simultaneous_mode} the client would ask one player after the other. */
    private static ObjectNode data(boolean dealing, Phase phase) {
        return Scene.object()
                .put("dealing_cards", dealing)
                .put("redeal_multiplier", phase.round().multiplier())
                .put("simultaneous_mode", true);
    }
}
