package io.liaptui.common.games.liaptui.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.common.games.liaptui.Declarations;
import io.liaptui.common.games.liaptui.Phase;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.wire.Frame;
import java.util.List;
import java.util.stream.IntStream;

/** The phase {@code declaration}, and single declarations for who comes back later. */
final class DeclarationFrames {
    private DeclarationFrames() {}

    static Frame declaring(Scene scene, Phase.Declaring declaring) {
        Declarations made = declaring.declarations();
        ObjectNode data = Scene.object();
        data.set("declaration_order", scene.names(made.order()));
        data.put("current_declarer", made.isComplete() ? null : scene.name(made.next()));
        ObjectNode values = data.putObject("declarations");
        for (int i = 0; i < made.values().size(); i++) {
            values.put(scene.name(made.order().get(i)), made.values().get(i));
        }
        data.put("declaration_total", made.total())
                .put("current_declarer_index", made.values().size());
        return PhaseChange.of(scene, "declaration", List.of("declare"), data, "Declarations");
    }

    /** In the turn phase the client knows declarations from these alone. */
    static List<Frame> again(Scene scene, Declarations made) {
        return IntStream.range(0, made.values().size())
                .mapToObj(
                        i -> declared(scene, made.order().get(i), made.values().get(i)))
                .toList();
    }

    private static Frame declared(Scene scene, Seat seat, int value) {
        return Frame.same(
                "declare", Scene.object().put("player", scene.name(seat)).put("value", value));
    }
}
