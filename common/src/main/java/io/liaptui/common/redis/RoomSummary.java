package io.liaptui.common.redis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.room.RoomStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What lists show of a room, read from its hash.
 *
 * @param seats by seat, from 0: null where nobody sits, else {@code {"name","is_bot","is_host","avatar_color"}}
 * @param created milliseconds since 1970
 * @param touched milliseconds since 1970
 */
public record RoomSummary(
        RoomId room,
        String game,
        String status,
        @Nullable String host,
        List<@Nullable JsonNode> seats,
        long created,
        long touched) {

    /** The fields of the hash that {@link #read} wants, in this order. */
    public static final List<String> FIELDS = List.of(
            RoomFields.GAME,
            RoomFields.STATUS,
            RoomFields.HOST,
            RoomFields.SEATS,
            RoomFields.CREATED,
            RoomFields.TOUCHED);

    private static final ObjectMapper JSON = new ObjectMapper();

    public RoomSummary {
        seats = java.util.Collections.unmodifiableList(new ArrayList<>(seats));
    }

    /**
     * Reads a room's hash; fields it does not know are left aside.
     *
     * @throws IllegalArgumentException if it is not the hash of a room
     */
    public static RoomSummary read(RoomId room, Map<String, String> hash) {
        try {
            JsonNode places = JSON.readTree(hash.getOrDefault(RoomFields.SEATS, "[]"));
            List<@Nullable JsonNode> seats = new ArrayList<>();
            places.forEach(place -> seats.add(place.isObject() ? place : null));
            String host = hash.get(RoomFields.HOST);
            return new RoomSummary(
                    room,
                    hash.getOrDefault(RoomFields.GAME, ""),
                    required(hash, RoomFields.STATUS),
                    host == null || host.isEmpty() ? null : host,
                    seats,
                    Long.parseLong(required(hash, RoomFields.CREATED)),
                    Long.parseLong(required(hash, RoomFields.TOUCHED)));
        } catch (JsonProcessingException | NumberFormatException e) {
            throw new IllegalArgumentException("not the hash of a room: " + room, e);
        }
    }

    private static String required(Map<String, String> hash, String field) {
        String value = hash.get(field);
        if (value == null) {
            throw new IllegalArgumentException("the hash of a room has '" + field + "'");
        }
        return value;
    }

    /** True while a game runs and after it. */
    public boolean started() {
        return !status.equals(RoomStatus.OPEN.text());
    }

    /** How many seats are taken, by people or bots. */
    public int occupied() {
        return (int) seats.stream().filter(java.util.Objects::nonNull).count();
    }

    /** The {@code RoomSummary} of the wire protocol (section 7), with {@code game} and {@code status} added. */
    public ObjectNode toJson() {
        ObjectNode json = JSON.createObjectNode().put("room_id", room.value()).put("host_name", host);
        json.put("started", started());
        ObjectNode slots = json.putObject("slots");
        ArrayNode players = json.putArray("players");
        for (int i = 0; i < seats.size(); i++) {
            JsonNode seat = seats.get(i);
            slots.set(new Seat(i).label(), seat);
            players.add(seat);
        }
        return json.put("occupied_slots", occupied())
                .put("total_slots", seats.size())
                .put("created_at", Instant.ofEpochMilli(created).toString())
                .put("last_activity", Instant.ofEpochMilli(touched).toString())
                .put("game", game)
                .put("status", status);
    }
}
