package io.liaptui.common.games.liaptui.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.common.games.liaptui.Phase;
import io.liaptui.common.games.liaptui.Seats;
import io.liaptui.common.games.liaptui.Standing;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.wire.Cast;
import io.liaptui.common.wire.Frame;

/** The four players as every message shows them, in seat order. */
final class PlayerStates {
    private PlayerStates() {}

    static ObjectNode byName(Scene scene) {
        ObjectNode players = Scene.object();
        Seats.all().forEach(seat -> players.set(scene.name(seat), player(scene, seat)));
        return players;
    }

    static ArrayNode list(Scene scene) {
        ArrayNode players = Scene.array();
        Seats.all().forEach(seat -> players.add(player(scene, seat)));
        return players;
    }

    private static ObjectNode player(Scene scene, Seat seat) {
        Cast.Player who = scene.cast().at(seat);
        Standing standing = scene.view().phase().match().of(seat);
        ObjectNode player = Scene.object().put("name", who.name());
        player.set("hand", Frame.hole(seat));
        return player.put("hand_size", scene.view().handSize(seat))
                .put("is_bot", who.isBot())
                .put("is_host", who.isHost())
                .put("avatar_color", who.avatarColor())
                .put("score", standing.total())
                .put("declared", declared(scene.view().phase(), seat))
                .put("captured_piles", captured(scene.view().phase(), seat))
                .put("zero_declares_in_a_row", standing.zeroStreak());
    }

    private static int declared(Phase phase, Seat seat) {
        return switch (phase) {
            case Phase.Dealing dealing -> 0;
            case Phase.Asking asking -> 0;
            case Phase.Starting starting -> 0;
            case Phase.Declaring declaring -> declaring.declarations().of(seat);
            case Phase.Playing playing -> playing.tally().declared(seat);
            case Phase.Revealing revealing -> revealing.tally().declared(seat);
            case Phase.TurnResult result -> result.tally().declared(seat);
            case Phase.Scored scored -> scored.tally().declared(seat);
            case Phase.Over over -> over.tally().declared(seat);
        };
    }

    private static int captured(Phase phase, Seat seat) {
        return switch (phase) {
            case Phase.Dealing dealing -> 0;
            case Phase.Asking asking -> 0;
            case Phase.Starting starting -> 0;
            case Phase.Declaring declaring -> 0;
            case Phase.Playing playing -> playing.tally().captured(seat);
            case Phase.Revealing revealing -> revealing.tally().captured(seat);
            case Phase.TurnResult result -> result.tally().captured(seat);
            case Phase.Scored scored -> scored.tally().captured(seat);
            case Phase.Over over -> over.tally().captured(seat);
        };
    }
}
