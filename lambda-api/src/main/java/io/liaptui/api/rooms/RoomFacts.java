package io.liaptui.api.rooms;

import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.RedisKeys;
import io.liaptui.common.redis.RoomFields;
import io.liaptui.common.redis.RoomSummary;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Redis knows of one room.
 *
 * @param hash its fields ({@link RoomFields})
 * @param logEntries how many stand in its log
 */
public record RoomFacts(RoomSummary summary, Map<String, String> hash, long logEntries) {
    /** Two commands that ask for a room, for a trip. */
    public static List<Request> requests(RoomId room) {
        return List.of(
                Request.cmd(Command.HGETALL).arg(RedisKeys.room(room)),
                Request.cmd(Command.XLEN).arg(RedisKeys.log(room)));
    }

    /**
     * Reads their two answers; empty for an unknown room.
     *
     * @throws IllegalArgumentException if the hash is no room's
     */
    public static Optional<RoomFacts> read(RoomId room, List<Response> answers) {
        Response fields = answers.get(0);
        Map<String, String> hash = new HashMap<>();
        fields.getKeys().forEach(name -> hash.put(name, fields.get(name).toString()));
        return hash.isEmpty()
                ? Optional.empty()
                : Optional.of(new RoomFacts(
                        RoomSummary.read(room, hash),
                        Map.copyOf(hash),
                        answers.get(1).toLong()));
    }

    /** A field, empty if it is not there. */
    public String text(String field) {
        return hash.getOrDefault(field, "");
    }

    /** A number in a field, 0 if there is none. */
    public long number(String field) {
        String text = text(field);
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }
}
