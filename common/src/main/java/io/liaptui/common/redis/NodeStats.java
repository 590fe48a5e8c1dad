package io.liaptui.common.redis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What a node measured, every second, for the REST API.
 *
 * @param time when, milliseconds since 1970 by the node's clock
 * @param connections open sockets
 * @param rooms owned, in any state
 * @param games running now
 * @param players humans seated in owned rooms
 * @param bots seats that a bot plays in owned rooms
 * @param cpu load of the process, 0 to 1 of all cores
 * @param rss resident memory, bytes
 * @param heap used heap, bytes
 * @param up milliseconds since the process started
 * @param build id of the build
 */
public record NodeStats(
        long time,
        int connections,
        int rooms,
        int games,
        int players,
        int bots,
        double cpu,
        long rss,
        long heap,
        long up,
        String build) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public String toJson() {
        return JSON.createObjectNode()
                .put("time", time)
                .put("connections", connections)
                .put("rooms", rooms)
                .put("games", games)
                .put("players", players)
                .put("bots", bots)
                .put("cpu", cpu)
                .put("rss", rss)
                .put("heap", heap)
                .put("up", up)
                .put("build", build)
                .toString();
    }

    /**
     * @throws IllegalArgumentException if the text is not such a value
     */
    public static NodeStats fromJson(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            return new NodeStats(
                    json.path("time").asLong(),
                    json.path("connections").asInt(),
                    json.path("rooms").asInt(),
                    json.path("games").asInt(),
                    json.path("players").asInt(),
                    json.path("bots").asInt(),
                    json.path("cpu").asDouble(),
                    json.path("rss").asLong(),
                    json.path("heap").asLong(),
                    json.path("up").asLong(),
                    json.path("build").asText());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a node's stats: " + text, e);
        }
    }
}
