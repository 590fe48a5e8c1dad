package io.liaptui.common.games.liaptui.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.common.games.liaptui.OwnView;
import io.liaptui.common.games.liaptui.Seats;
import io.liaptui.common.games.liaptui.SharedView;
import io.liaptui.common.games.liaptui.State;
import io.liaptui.common.history.Parts;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.rules.Chance;
import java.util.Map;
import java.util.TreeMap;

/** States by who may know what, made from the views. */
final class StateParts {
    private StateParts() {}

    static Parts of(State state) {
        return switch (state) {
            case State.NotBegun() -> new Parts(StateWriter.write(state), Map.of(), Json.object());
            case State.Begun begun -> {
                Map<Seat, ObjectNode> own = new TreeMap<>();
                Seats.all().forEach(seat -> own.put(seat, own(begun.own(seat))));
                yield new Parts(shared(begun.shared()), own, secret(begun.chance()));
            }
        };
    }

    private static ObjectNode shared(SharedView view) {
        ObjectNode json = PhaseWriter.write(view.phase());
        json.put("round_number", view.phase().round().number());
        json.set("round", StateWriter.round(view.phase().round()));
        json.set("match", StateWriter.match(view.phase().match()));
        json.set("hand_sizes", Json.numbers(view.handSizes()));
        return json;
    }

    private static ObjectNode own(OwnView view) {
        ObjectNode json = Json.object();
        json.set("hand", Json.pieces(view.hand().pieces()));
        return json;
    }

    private static ObjectNode secret(Chance chance) {
        ObjectNode json = Json.object();
        json.set("chance", Json.chance(chance));
        return json;
    }
}
