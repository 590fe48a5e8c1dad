package io.liaptui.common.redis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What clients said to a node since it started.
 *
 * @param messages all text messages, those that were refused among them
 * @param refused messages above a rate limit: not carried out
 * @param closed sockets closed because they went on all the same
 * @param turnedAway upgrades refused because their address had too many sockets
 */
public record NodeTraffic(long messages, long refused, long closed, long turnedAway) {
    public static final NodeTraffic NONE = new NodeTraffic(0, 0, 0, 0);

    void write(ObjectNode json) {
        json.put("messages", messages)
                .put("refused", refused)
                .put("closed", closed)
                .put("turnedAway", turnedAway);
    }

    static NodeTraffic read(JsonNode json) {
        return new NodeTraffic(
                json.path("messages").asLong(),
                json.path("refused").asLong(),
                json.path("closed").asLong(),
                json.path("turnedAway").asLong());
    }
}
