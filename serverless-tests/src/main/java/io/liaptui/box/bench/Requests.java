package io.liaptui.box.bench;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * What a dashboard asks again and again.
 *
 * @param paths in turn
 */
record Requests(List<String> paths) {
    /** The room's game is over, so its events come whole. */
    static Requests about(String room) {
        return new Requests(List.of(
                "/api/health",
                "/api/system/stats",
                "/api/rooms",
                "/api/rooms/" + room,
                "/api/rooms/" + room + "/events?limit=100"));
    }

    String path(int turn) {
        return paths.get(turn % paths.size());
    }

    /** As the balancer sends it, with multi-value headers. */
    static Buffer event(String path) {
        String[] parts = path.split("\\?");
        JsonObject query = new JsonObject();
        if (parts.length > 1) {
            for (String pair : parts[1].split("&")) {
                query.put(pair.split("=")[0], new JsonArray().add(pair.split("=")[1]));
            }
        }
        return new JsonObject()
                .put("requestContext", new JsonObject().put("elb", new JsonObject().put("targetGroupArn", "bench")))
                .put("httpMethod", "GET")
                .put("path", parts[0])
                .put("multiValueQueryStringParameters", query)
                .put(
                        "multiValueHeaders",
                        new JsonObject()
                                .put("host", new JsonArray().add("localhost"))
                                .put("accept-encoding", new JsonArray().add("gzip"))
                                .put("user-agent", new JsonArray().add("bench"))
                                .put("x-forwarded-for", new JsonArray().add("203.0.113.9")))
                .put("body", "")
                .put("isBase64Encoded", false)
                .toBuffer();
    }
}
