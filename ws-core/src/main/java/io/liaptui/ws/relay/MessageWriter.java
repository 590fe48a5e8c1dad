package io.liaptui.ws.relay;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.common.admin.codec.AdminCodec;
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
import io.liaptui.ws.relay.RelayMessage.NotMine;
import io.liaptui.ws.relay.RelayMessage.Order;
import io.liaptui.ws.relay.RelayMessage.Step;
import io.liaptui.ws.relay.RelayMessage.Take;
import io.liaptui.ws.relay.RelayMessage.Taken;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes relay messages as JSON, each with its type in {@code t}. */
final class MessageWriter {
    private MessageWriter() {}

    static ObjectNode json(RelayMessage message) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        switch (message) {
            case Attach(var room, var socket, var seat, var generation, var haveEpoch, var haveNumber) -> {
                putSeat(start(json, "attach", room).put("socket", socket), seat);
                json.put("gen", generation).put("haveEpoch", haveEpoch).put("haveN", haveNumber);
            }
            case Detach(var room, var socket, var generation) ->
                start(json, "detach", room).put("socket", socket).put("gen", generation);
            case Input input -> putInput(start(json, "input", input.room()), input);
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
                        .put("n", mark.number())
                        .put("crowd", mark.crowd()));
            }
            case Here(var room, var epoch, var sockets) ->
                putTexts(start(json, "here", room).put("epoch", epoch), "sockets", sockets);
            case Drain() -> start(json, "drain", null);
            case Order(var command) -> json.setAll(AdminCodec.write(command));
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

    private static void putInput(ObjectNode json, Input input) {
        putSeat(json.put("socket", input.socket()).put("n", input.number()), input.seat());
        json.put("gen", input.generation()).put("event", input.event()).put("data", input.data());
        if (!input.session().equals(input.socket())) {
            json.put("session", input.session()).put("command", input.command());
        }
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
}
