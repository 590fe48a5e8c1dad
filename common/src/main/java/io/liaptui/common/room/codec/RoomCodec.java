package io.liaptui.common.room.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.common.history.StoredEvent;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.room.Occupant;
import io.liaptui.common.room.RoomEvent;
import io.liaptui.common.room.RoomState;
import io.liaptui.common.room.RoomStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a room's events and state are kept. The seed of a game is secret until its end. */
public final class RoomCodec {
    /** First part of the type of every room event. */
    public static final String PREFIX = "room.";

    private RoomCodec() {}

    public static StoredEvent write(RoomEvent event) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        return switch (event) {
            case RoomEvent.Created(var game, var seats) ->
                open("created", null, all.put("game", game).put("seats", seats));
            case RoomEvent.Seated(var seat, var name, var color) ->
                open("seated", seat, all.put("name", name).put("avatar_color", color));
            case RoomEvent.BotSeated(var seat, var name) -> open("bot_seated", seat, all.put("name", name));
            case RoomEvent.Vacated(var seat, var reason) -> open("vacated", seat, all.put("reason", reason));
            case RoomEvent.Started(var seed, var options) -> {
                ObjectNode chosen = all.putObject("options");
                options.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .forEach(option -> chosen.put(option.getKey(), option.getValue()));
                ObjectNode secret = JsonNodeFactory.instance.objectNode().put("seed", seed);
                yield new StoredEvent(PREFIX + "started", null, null, null, all, Map.of(), secret);
            }
            case RoomEvent.WentAway(var seat) -> open("went_away", seat, all);
            case RoomEvent.Returned(var seat) -> open("returned", seat, all);
            case RoomEvent.HostMoved(var from, var to) ->
                open("host_moved", to, all.put("from", from.index()).put("to", to.index()));
            case RoomEvent.Finished() -> open("finished", null, all);
            case RoomEvent.Closed(var reason) -> open("closed", null, all.put("reason", reason));
        };
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException for an event of another kind
     */
    public static RoomEvent read(StoredEvent stored) {
        ObjectNode all = stored.all();
        return switch (stored.type().substring(PREFIX.length())) {
            case "created" ->
                new RoomEvent.Created(
                        all.required("game").asText(), all.required("seats").asInt());
            case "seated" ->
                new RoomEvent.Seated(
                        seat(stored),
                        all.required("name").asText(),
                        all.required("avatar_color").asText());
            case "bot_seated" ->
                new RoomEvent.BotSeated(seat(stored), all.required("name").asText());
            case "vacated" -> new RoomEvent.Vacated(seat(stored), reason(all));
            case "started" -> {
                Map<String, String> options = new HashMap<>();
                all.path("options")
                        .properties()
                        .forEach(option ->
                                options.put(option.getKey(), option.getValue().asText()));
                yield new RoomEvent.Started(stored.secret().required("seed").asText(), options);
            }
            case "went_away" -> new RoomEvent.WentAway(seat(stored));
            case "returned" -> new RoomEvent.Returned(seat(stored));
            case "host_moved" ->
                new RoomEvent.HostMoved(
                        new Seat(all.required("from").asInt()),
                        new Seat(all.required("to").asInt()));
            case "finished" -> new RoomEvent.Finished();
            case "closed" -> new RoomEvent.Closed(reason(all));
            default -> throw new IllegalArgumentException("not an event of a room: " + stored.type());
        };
    }

    /** The whole state, for snapshots. */
    public static ObjectNode write(RoomState room) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("game", room.game()).put("status", room.status().text());
        json.put("host", room.host() == null ? -1 : room.host().index()).put("startedAt", room.startedAt());
        ArrayNode seats = json.putArray("seats");
        for (Occupant occupant : room.seats()) {
            switch (occupant) {
                case null -> seats.addNull();
                case Occupant.Bot(var name) -> seats.addObject().put("bot", name);
                case Occupant.Human(var name, var color, var away) ->
                    seats.addObject().put("human", name).put("color", color).put("away", away);
            }
        }
        return json;
    }

    public static RoomState readState(JsonNode json) {
        List<@Nullable Occupant> seats = new ArrayList<>();
        for (JsonNode seat : json.required("seats")) {
            if (seat.has("bot")) {
                seats.add(new Occupant.Bot(seat.get("bot").asText()));
            } else if (seat.has("human")) {
                seats.add(new Occupant.Human(
                        seat.get("human").asText(),
                        seat.required("color").asText(),
                        seat.path("away").asBoolean()));
            } else {
                seats.add(null);
            }
        }
        int host = json.required("host").asInt();
        return new RoomState(
                json.required("game").asText(),
                RoomStatus.of(json.required("status").asText()).orElseThrow(),
                seats,
                host < 0 ? null : new Seat(host),
                json.required("startedAt").asLong());
    }

    private static StoredEvent open(String type, @Nullable Seat seat, ObjectNode all) {
        return StoredEvent.open(PREFIX + type, seat, all);
    }

    private static Seat seat(StoredEvent stored) {
        Seat seat = stored.seat();
        if (seat == null) {
            throw new IllegalArgumentException(stored.type() + " without a seat");
        }
        return seat;
    }

    private static String reason(ObjectNode all) {
        return all.path("reason").asText("left");
    }
}
