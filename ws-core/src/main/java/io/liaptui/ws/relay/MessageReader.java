package io.liaptui.ws.relay;

import com.fasterxml.jackson.databind.JsonNode;
import io.liaptui.common.admin.codec.AdminCodec;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.ids.Seat;
import io.liaptui.ws.relay.RelayMessage.Answer;
import io.liaptui.ws.relay.RelayMessage.Attach;
import io.liaptui.ws.relay.RelayMessage.Beat;
import io.liaptui.ws.relay.RelayMessage.Detach;
import io.liaptui.ws.relay.RelayMessage.Drain;
import io.liaptui.ws.relay.RelayMessage.Echo;
import io.liaptui.ws.relay.RelayMessage.Here;
import io.liaptui.ws.relay.RelayMessage.Input;
import io.liaptui.ws.relay.RelayMessage.Kick;
import io.liaptui.ws.relay.RelayMessage.LobbyChanged;
import io.liaptui.ws.relay.RelayMessage.Mark;
import io.liaptui.ws.relay.RelayMessage.NotMine;
import io.liaptui.ws.relay.RelayMessage.Order;
import io.liaptui.ws.relay.RelayMessage.Step;
import io.liaptui.ws.relay.RelayMessage.Take;
import io.liaptui.ws.relay.RelayMessage.Taken;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads relay messages from JSON, and leaves aside what it does not know. */
final class MessageReader {
    private MessageReader() {}

    /** Empty for a type this release does not know, and for a message it cannot read. */
    static Optional<RelayMessage> message(JsonNode json) {
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
            case "input" -> input(json);
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
                        .map(mark -> new Mark(
                                room(mark),
                                number(mark, "epoch"),
                                number(mark, "n"),
                                mark.path("crowd").asLong()))
                        .toList());
            case "here" -> new Here(room(json), number(json, "epoch"), texts(json.required("sockets")));
            case "drain" -> new Drain();
            case AdminCodec.TYPE -> new Order(AdminCodec.read(json));
            case "kick" -> new Kick(room(json), text(json, "socket"), (int) number(json, "code"), text(json, "reason"));
            case "lobbyChanged" -> new LobbyChanged(json.has("room") ? room(json) : null);
            case "echo" -> new Echo(number(json, "n"));
            default -> null;
        };
    }

    private static Input input(JsonNode json) {
        String socket = text(json, "socket");
        long number = number(json, "n");
        boolean own = json.has("session");
        return new Input(
                room(json),
                socket,
                number,
                seat(json),
                number(json, "gen"),
                text(json, "event"),
                text(json, "data"),
                own ? text(json, "session") : socket,
                own ? number(json, "command") : number);
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
