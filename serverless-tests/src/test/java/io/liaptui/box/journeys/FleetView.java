package io.liaptui.box.journeys;

import static io.restassured.RestAssured.given;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an operator sees of the nodes of a box. */
final class FleetView {
    private static final Pattern NODE = Pattern.compile("n(\\d+)-[0-9a-f]{12}");

    private final SharedBox shared;

    FleetView(SharedBox shared) {
        this.shared = shared;
    }

    /** Open sockets of the living nodes by their numbers, as measured within the last second or so. */
    Map<Integer, Integer> connections() {
        List<Map<String, Object>> nodes = given().baseUri(shared.url().toString())
                .get("/api/system/stats")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("nodes");
        Map<Integer, Integer> connections = new TreeMap<>();
        nodes.stream()
                .filter(node -> node.get("alive").equals(true))
                .forEach(node -> connections.merge(
                        number(String.valueOf(node.get("id"))),
                        ((Number) node.get("connections")).intValue(),
                        Integer::sum));
        return connections;
    }

    /** The number of the node that owns a room. */
    int ownerOf(String room) {
        Redis redis = Redis.createClient(shared.vertx(), shared.box().redisUrl());
        return number(Waiting.await(
                redis.send(Request.cmd(Command.HGET).arg("{room:" + room + "}").arg("owner"))
                        .map(String::valueOf)
                        .onComplete(done -> redis.close())
                        .toCompletionStage()
                        .toCompletableFuture()));
    }

    /** Makes Redis forget a room that is over, as it would after an hour. */
    void forget(String room) {
        Redis redis = Redis.createClient(shared.vertx(), shared.box().redisUrl());
        String hash = "{room:" + room + "}";
        Waiting.await(redis.send(Request.cmd(Command.DEL)
                        .arg(hash)
                        .arg(hash + ":log")
                        .arg(hash + ":snap")
                        .arg(hash + ":seats"))
                .onComplete(done -> redis.close())
                .toCompletionStage()
                .toCompletableFuture());
    }

    private static int number(String id) {
        Matcher name = NODE.matcher(id);
        if (!name.matches()) {
            throw new AssertionError("not the id of a node: " + id);
        }
        return Integer.parseInt(name.group(1));
    }
}
