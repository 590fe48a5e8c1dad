package io.liaptui.common.games.liaptui.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.common.wire.Frame;
import java.util.List;

/** The shape that all {@code phase_change} messages share. The client merges nothing: every one is complete. */
final class PhaseChange {
    private PhaseChange() {}

    /** @param allowed actions that players may take now; none of them matters to the existing client */
    static Frame of(Scene scene, String phase, List<String> allowed, ObjectNode phaseData, String reason) {
        ObjectNode data = Scene.object()
                .put("phase", phase)
                .put("round", scene.view().phase().round().number());
        ArrayNode actions = data.putArray("allowed_actions");
        allowed.forEach(actions::add);
        data.set("phase_data", phaseData);
        data.set("players", PlayerStates.byName(scene));
        return scene.frame("phase_change", data.put("reason", reason).put("timestamp", scene.timestamp()));
    }
}
