package io.liaptui.common.redis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

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
 * @param recovery what it did so that no game is lost; all 0 from a release that did not count it
 * @param memory bytes that the node may use: of its container, else of its machine; 0 from such a release
 * @param traffic what clients said to it
 * @param log what went wrong
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
        String build,
        Recovery recovery,
        long memory,
        NodeTraffic traffic,
        NodeLog log) {
    /**
     * Since the process started, but for the last three, which the newest audit confirmed.
     *
     * @param takes rooms taken over from a dead owner
     * @param handovers rooms given to another node
     * @param restores rooms put back into a Redis that had lost them
     * @param fenced writes refused because another node owns the room
     * @param failures rooms that could not be loaded
     * @param ghosts rooms listed, but not there
     * @param twins rooms run here, but owned by another node
     * @param hidden rooms in no list
     */
    public record Recovery(
            long takes, long handovers, long restores, long fenced, long failures, int ghosts, int twins, int hidden) {
        public static final Recovery NONE = new Recovery(0, 0, 0, 0, 0, 0, 0, 0);
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Of a node that did nothing yet but measure itself. */
    public NodeStats(
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
        this(time, connections, rooms, games, players, bots, cpu, rss, heap, up, build, Recovery.NONE);
    }

    /** Of a node to which nobody spoke yet. */
    public NodeStats(
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
            String build,
            Recovery recovery) {
        this(
                time,
                connections,
                rooms,
                games,
                players,
                bots,
                cpu,
                rss,
                heap,
                up,
                build,
                recovery,
                0,
                NodeTraffic.NONE,
                NodeLog.NONE);
    }

    public String toJson() {
        ObjectNode json = JSON.createObjectNode()
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
                .put("memory", memory);
        traffic.write(json.putObject("traffic"));
        log.write(json.putObject("log"));
        json.putObject("recovery")
                .put("takes", recovery.takes())
                .put("handovers", recovery.handovers())
                .put("restores", recovery.restores())
                .put("fenced", recovery.fenced())
                .put("failures", recovery.failures())
                .put("ghosts", recovery.ghosts())
                .put("twins", recovery.twins())
                .put("hidden", recovery.hidden());
        return json.toString();
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
                    json.path("build").asText(),
                    recovery(json.path("recovery")),
                    json.path("memory").asLong(),
                    NodeTraffic.read(json.path("traffic")),
                    NodeLog.read(json.path("log")));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a node's stats: " + text, e);
        }
    }

    private static Recovery recovery(JsonNode json) {
        return new Recovery(
                json.path("takes").asLong(),
                json.path("handovers").asLong(),
                json.path("restores").asLong(),
                json.path("fenced").asLong(),
                json.path("failures").asLong(),
                json.path("ghosts").asInt(),
                json.path("twins").asInt(),
                json.path("hidden").asInt());
    }
}
