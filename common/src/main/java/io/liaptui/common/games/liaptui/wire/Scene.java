package io.liaptui.common.games.liaptui.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.common.games.liaptui.OwnView;
import io.liaptui.common.games.liaptui.Piece;
import io.liaptui.common.games.liaptui.Seats;
import io.liaptui.common.games.liaptui.SharedView;
import io.liaptui.common.games.liaptui.State;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.wire.Cast;
import io.liaptui.common.wire.Frame;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * All that messages are made of: names, what everybody may know, and by seat what it alone may know. The own views
 * leave only through {@link #frame}, into holes.
 */
record Scene(Cast cast, SharedView view, List<OwnView> own) {
    static Scene of(Cast cast, State.Begun state) {
        return new Scene(
                cast, state.shared(), Seats.all().stream().map(state::own).toList());
    }

    /** A message; wherever {@link Frame#hole} stands in it, each seat finds its own hand and others an empty list. */
    Frame frame(String event, ObjectNode data) {
        Map<Seat, ArrayNode> hands = new TreeMap<>();
        own.forEach(mine -> hands.put(mine.seat(), pieces(mine.hand().pieces())));
        return Frame.withHoles(event, data, hands, array());
    }

    String name(Seat seat) {
        return cast.name(seat);
    }

    ArrayNode names(List<Seat> seats) {
        ArrayNode names = array();
        seats.forEach(seat -> names.add(name(seat)));
        return names;
    }

    /** A number for each player, in seat order: the client takes positions from the order of keys. */
    ObjectNode byName(Function<Seat, Integer> number) {
        ObjectNode map = object();
        Seats.all().forEach(seat -> map.put(name(seat), number.apply(seat)));
        return map;
    }

    /** How long a timer takes in this room, in seconds. */
    double seconds(String timer) {
        return cast.timers().getOrDefault(timer, Duration.ZERO).toMillis() / 1000.0;
    }

    /** When the newest event happened, in seconds since 1970. */
    double timestamp() {
        return cast.at().toEpochMilli() / 1000.0;
    }

    static ArrayNode pieces(List<Piece> pieces) {
        ArrayNode texts = array();
        pieces.forEach(piece -> texts.add(piece.text()));
        return texts;
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }
}
