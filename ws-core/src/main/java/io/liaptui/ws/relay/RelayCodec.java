package io.liaptui.ws.relay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.ids.Seat;
import io.liaptui.ws.relay.RelayMessage.Answer;
import io.liaptui.ws.relay.RelayMessage.Attach;
import io.liaptui.ws.relay.RelayMessage.Beat;
import io.liaptui.ws.relay.RelayMessage.Detach;
import io.liaptui.ws.relay.RelayMessage.Drain;
import io.liaptui.ws.relay.RelayMessage.Echo;
import io.liaptui.ws.relay.RelayMessage.Envelope;
import io.liaptui.ws.relay.RelayMessage.Input;
import io.liaptui.ws.relay.RelayMessage.Kick;
import io.liaptui.ws.relay.RelayMessage.LobbyChanged;
import io.liaptui.ws.relay.RelayMessage.Mark;
import io.liaptui.ws.relay.RelayMessage.NotMine;
import io.liaptui.ws.relay.RelayMessage.Step;
import io.liaptui.ws.relay.RelayMessage.Take;
import io.liaptui.ws.relay.RelayMessage.Taken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The text of relay messages: {@code {"v":1,"from":"<node>","messages":[{"t":"attach",…},…]}}. Readers skip types and
 * fields that they do not know, so a release may add some; it may not change the meaning of one.
 */
final class RelayCodec {
    /** Raised when old readers must not read what new writers write; the row of a node says what it speaks. */
    static final int VERSION = 1;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What an envelope holds. {@code skipped} counts the messages that this release does not know or cannot read. */
    record Decoded(List<Envelope> envelopes, int skipped) {}

    private RelayCodec() {}

    /** One message, to stand in an envelope. */
    static byte[] encode(RelayMessage message) {
        return json(message).toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Several encoded messages from one node. */
    static byte[] envelope(NodeId from, List<byte[]> messages) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String head = "{\"v\":" + VERSION + ",\"from\":\"" + from.value() + "\",\"messages\":[";
        bytes.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < messages.size(); i++) {
            if (i > 0) {
                bytes.write(',');
            }
            bytes.writeBytes(messages.get(i));
        }
        bytes.writeBytes("]}".getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    /**
     * Reads an envelope.
     *
     * @throws IllegalArgumentException if the text as a whole is none
     */
    static Decoded decode(byte[] text) {
        try {
            JsonNode json = JSON.readTree(text);
            NodeId from = new NodeId(json.path("from").asText());
            List<Envelope> envelopes = new ArrayList<>();
            int skipped = 0;
            for (JsonNode each : json.path("messages")) {
                Optional<RelayMessage> message = message(each);
                message.ifPresent(known -> envelopes.add(new Envelope(from, known)));
                skipped += message.isPresent() ? 0 : 1;
            }
            return new Decoded(envelopes, skipped);
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("not a relay envelope", e);
        }
    }

    private static ObjectNode json(RelayMessage message) {
        ObjectNode json = JSON.createObjectNode();
        switch (message) {
            case Attach(var room, var socket, var seat, var generation, var haveEpoch, var haveNumber) -> {
                putSeat(start(json, "attach", room).put("socket", socket), seat);
                json.put("gen", generation).put("haveEpoch", haveEpoch).put("haveN", haveNumber);
            }
            case Detach(var room, var socket, var generation) ->
                start(json, "detach", room).put("socket", socket).put("gen", generation);
            case Input(var room, var socket, var number, var seat, var generation, var event, var data) -> {
                putSeat(start(json, "input", room).put("socket", socket).put("n", number), seat);
                json.put("gen", generation).put("event", event).put("data", data);
            }
            case Answer(var room, var socket, var number, var messages) -> {
                start(json, "answer", room).put("socket", socket).put("n", number);
                putTexts(json, "messages", messages);
            }
            case Step step -> putStep(start(json, "step", step.room()), step);
            case NotMine(var room, var owner, var epoch) -> {
                start(json, "notMine", room).put("epoch", epoch);
                if (owner != null) {
                    json.put("owner", owner.value());
                }
            }
            case Take(var room, var epoch) -> start(json, "take", room).put("epoch", epoch);
            case Taken(var room, var epoch) -> start(json, "taken", room).put("epoch", epoch);
            case Beat(var marks) -> {
                ArrayNode rooms = start(json, "beat", null).putArray("marks");
                marks.forEach(mark -> rooms.addObject()
                        .put("room", mark.room().value())
                        .put("epoch", mark.epoch())
                        .put("n", mark.number()));
            }
            case Drain() -> start(json, "drain", null);
            case Kick(var room, var socket, var code, var reason) ->
                start(json, "kick", room)
                        .put("socket", socket)
                        .put("code", code)
                        .put("reason", reason);
            case LobbyChanged(var room) -> start(json, "lobbyChanged", room);
            case Echo(var number) -> start(json, "echo", null).put("n", number);
        }
        return json;
    }

    private static void putStep(ObjectNode json, Step step) {
        json.put("epoch", step.epoch()).put("n", step.number()).put("version", step.version());
        json.put("full", step.full());
        if (step.sockets() != null) {
            putTexts(json, "sockets", step.sockets());
        }
        ArrayNode frames = json.putArray("frames");
        step.frames().forEach(frame -> frames.add(FrameCodec.json(frame)));
    }

    /** Empty for a type this release does not know, and for a message it cannot read. */
    private static Optional<RelayMessage> message(JsonNode json) {
        try {
            return Optional.ofNullable(read(json));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static @Nullable RelayMessage read(JsonNode json) {
        return switch (json.path("t").asText()) {
            case "attach" ->
                new Attach(
                        room(json),
                        text(json, "socket"),
                        seat(json),
                        number(json, "gen"),
                        number(json, "haveEpoch"),
                        number(json, "haveN"));
            case "detach" -> new Detach(room(json), text(json, "socket"), number(json, "gen"));
            case "input" ->
                new Input(
                        room(json),
                        text(json, "socket"),
                        number(json, "n"),
                        seat(json),
                        number(json, "gen"),
                        text(json, "event"),
                        text(json, "data"));
            case "answer" ->
                new Answer(room(json), text(json, "socket"), number(json, "n"), texts(json.required("messages")));
            case "step" ->
                new Step(
                        room(json),
                        number(json, "epoch"),
                        number(json, "n"),
                        number(json, "version"),
                        json.path("full").asBoolean(),
                        json.has("sockets") ? texts(json.get("sockets")) : null,
                        json.required("frames")
                                .valueStream()
                                .map(FrameCodec::frame)
                                .toList());
            case "notMine" ->
                new NotMine(
                        room(json), json.has("owner") ? new NodeId(text(json, "owner")) : null, number(json, "epoch"));
            case "take" -> new Take(room(json), number(json, "epoch"));
            case "taken" -> new Taken(room(json), number(json, "epoch"));
            case "beat" ->
                new Beat(json.required("marks")
                        .valueStream()
                        .map(mark -> new Mark(room(mark), number(mark, "epoch"), number(mark, "n")))
                        .toList());
            case "drain" -> new Drain();
            case "kick" -> new Kick(room(json), text(json, "socket"), (int) number(json, "code"), text(json, "reason"));
            case "lobbyChanged" -> new LobbyChanged(json.has("room") ? room(json) : null);
            case "echo" -> new Echo(number(json, "n"));
            default -> null;
        };
    }

    private static ObjectNode start(ObjectNode json, String type, @Nullable RoomId room) {
        json.put("t", type);
        return room == null ? json : json.put("room", room.value());
    }

    private static void putSeat(ObjectNode json, @Nullable Seat seat) {
        if (seat != null) {
            json.put("seat", seat.index());
        }
    }

    private static void putTexts(ObjectNode json, String name, List<String> texts) {
        ArrayNode array = json.putArray(name);
        texts.forEach(array::add);
    }

    private static RoomId room(JsonNode json) {
        return new RoomId(text(json, "room"));
    }

    private static @Nullable Seat seat(JsonNode json) {
        return json.has("seat") ? new Seat((int) number(json, "seat")) : null;
    }

    private static String text(JsonNode json, String name) {
        JsonNode value = json.required(name);
        if (!value.isTextual()) {
            throw new IllegalArgumentException(name + " must be text");
        }
        return value.textValue();
    }

    private static long number(JsonNode json, String name) {
        JsonNode value = json.required(name);
        if (!value.isIntegralNumber()) {
            throw new IllegalArgumentException(name + " must be a whole number");
        }
        return value.longValue();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }
}
