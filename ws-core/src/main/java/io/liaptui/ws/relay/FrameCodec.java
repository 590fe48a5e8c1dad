package io.liaptui.ws.relay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.wire.Frame;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A frame inside a relay message: its pieces and private parts stay apart, so that the socket's node puts them together. */
final class FrameCodec {
    private FrameCodec() {}

    static ObjectNode json(Frame frame) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode shared = json.putArray("shared");
        frame.shared().forEach(shared::add);
        if (!frame.holes().isEmpty()) {
            ArrayNode holes = json.putArray("holes");
            frame.holes().forEach(seat -> holes.add(seat.index()));
        }
        if (!frame.own().isEmpty()) {
            ObjectNode own = json.putObject("own");
            frame.own().forEach((seat, part) -> own.put(Integer.toString(seat.index()), part));
        }
        return json.put("empty", frame.empty());
    }

    static Frame frame(JsonNode json) {
        List<String> shared =
                json.required("shared").valueStream().map(JsonNode::asText).toList();
        List<Seat> holes = json.path("holes")
                .valueStream()
                .map(seat -> new Seat(seat.asInt()))
                .toList();
        Map<Seat, String> own = new TreeMap<>();
        json.path("own")
                .properties()
                .forEach(part -> own.put(
                        new Seat(Integer.parseInt(part.getKey())),
                        part.getValue().asText()));
        return new Frame(shared, holes, own, json.path("empty").asText());
    }
}
