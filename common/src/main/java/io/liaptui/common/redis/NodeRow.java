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
 * @param addr host and port, for people and for nodes that are cut off from Redis
 * @param zone availability zone, empty if unknown
 * @param started time of its first answered beat by Redis' clock, milliseconds since 1970; 0 before that
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
        String addr,
        String zone,
        long started) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A node that has not said where it is and since when. */
    public NodeRow(
            long beat,
            String state,
            long generation,
            String build,
            int reads,
            int relay,
            int rooms,
            int capacity,
            String addr) {
        this(beat, state, generation, build, reads, relay, rooms, capacity, addr, "", 0);
    }

    /** The same node at another moment. */
    public NodeRow at(long newBeat, String newState, long since) {
        return new NodeRow(newBeat, newState, generation, build, reads, relay, rooms, capacity, addr, zone, since);
    }

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
                .put("zone", zone)
                .put("started", started)
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
                    json.path("addr").asText(),
                    json.path("zone").asText(),
                    json.path("started").asLong());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a node's row: " + text, e);
        }
    }
}
