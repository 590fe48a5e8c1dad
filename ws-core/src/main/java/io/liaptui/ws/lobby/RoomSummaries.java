package io.liaptui.ws.lobby;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.redis.RoomFields;
import io.liaptui.common.room.RoomStatus;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Rooms as the lobby lists them (protocol spec 7, RoomSummary). */
final class RoomSummaries {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RoomSummaries() {}

    /** Empty for a room that does not wait for players. */
    static Optional<ObjectNode> open(RoomId id, Map<String, String> hash) {
        if (!RoomStatus.OPEN.text().equals(hash.get(RoomFields.STATUS))) {
            return Optional.empty();
        }
        ObjectNode summary = JSON.createObjectNode();
        summary.put("room_id", id.value());
        summary.put("host_name", hash.getOrDefault(RoomFields.HOST, ""));
        summary.put("started", false);
        JsonNode players = players(hash);
        ObjectNode slots = summary.putObject("slots");
        int occupied = 0;
        for (int i = 0; i < players.size(); i++) {
            slots.set(new Seat(i).label(), players.get(i));
            occupied += players.get(i).isNull() ? 0 : 1;
        }
        summary.set("players", players);
        summary.put("occupied_slots", occupied).put("total_slots", players.size());
        summary.put("created_at", time(hash, RoomFields.CREATED)).put("last_activity", time(hash, RoomFields.TOUCHED));
        return Optional.of(summary);
    }

    private static JsonNode players(Map<String, String> hash) {
        try {
            return JSON.readTree(hash.getOrDefault(RoomFields.SEATS, "[]"));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the seats of a room are not JSON", e);
        }
    }

    private static String time(Map<String, String> hash, String field) {
        return Instant.ofEpochMilli(Long.parseLong(hash.getOrDefault(field, "0")))
                .toString();
    }
}
