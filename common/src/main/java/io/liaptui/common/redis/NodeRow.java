package io.liaptui.common.redis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What a node says of itself with every beat, in {@code {nodes}}.
 *
 * @param beat rises by one with every beat; only its change means something
 * @param state {@code Starting}, {@code Ready}, {@code Draining} or {@code Gone}
 * @param generation of the deployment
 * @param build id of the build
 * @param reads highest schema it reads
 * @param relay version of the relay it speaks
 * @param rooms how many it owns
 * @param capacity how many it takes
 * @param addr host and port, for people
 */
public record NodeRow(
        long beat,
        String state,
        long generation,
        String build,
        int reads,
        int relay,
        int rooms,
        int capacity,
        String addr) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public String toJson() {
        return JSON.createObjectNode()
                .put("beat", beat)
                .put("state", state)
                .put("generation", generation)
                .put("build", build)
                .put("reads", reads)
                .put("relay", relay)
                .put("rooms", rooms)
                .put("capacity", capacity)
                .put("addr", addr)
                .toString();
    }

    /**
     * @throws IllegalArgumentException if the text is no row
     */
    public static NodeRow fromJson(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            return new NodeRow(
                    json.required("beat").asLong(),
                    json.required("state").asText(),
                    json.path("generation").asLong(),
                    json.path("build").asText(),
                    json.path("reads").asInt(),
                    json.path("relay").asInt(),
                    json.path("rooms").asInt(),
                    json.path("capacity").asInt(),
                    json.path("addr").asText());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a node's row: " + text, e);
        }
    }
}
