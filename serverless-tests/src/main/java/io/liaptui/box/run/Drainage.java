package io.liaptui.box.run;

import io.liaptui.box.redis.RedisAdmin;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.io.IOException;
import java.util.Optional;

/** Asks a node, over Redis as an operator would, to give its rooms away and go; and sees how far it is. Blocks. */
final class Drainage implements AutoCloseable {
    private static final String OPERATOR = "liap-operator";
    private static final String NODES = "{nodes}";

    private final RedisAdmin redis;

    Drainage(Vertx vertx, String url) {
        this.redis = new RedisAdmin(vertx, url);
    }

    /**
     * Sends the command.
     *
     * @throws BoxFailure if the node is not known in Redis, or does not listen
     */
    void begin(Node node) throws IOException, InterruptedException {
        String id = id(node).orElseThrow(
                        () -> new BoxFailure(node.name() + " has not said a word in Redis yet. Try again."));
        String envelope = new JsonObject()
                .put("v", 1)
                .put("from", OPERATOR)
                .put("messages", new JsonArray().add(new JsonObject().put("t", "drain")))
                .encode();
        Response heard = redis.ask(Command.PUBLISH, "node:" + id, envelope);
        if (heard == null || heard.toLong() == 0) {
            throw new BoxFailure(node.name() + " does not listen. See ./liap logs " + node.name() + ".");
        }
    }

    /** What the node still has, for people. */
    String left(Node node) throws IOException, InterruptedException {
        Optional<String> id = id(node);
        if (id.isEmpty()) {
            return "nobody knows what it has";
        }
        Response stats = redis.ask(Command.GET, "{node:" + id.get() + "}:stats");
        if (stats == null) {
            return "nobody knows what it has";
        }
        JsonObject said = new JsonObject(stats.toString());
        return said.getInteger("rooms") + " rooms and " + said.getInteger("connections") + " connections left";
    }

    /** The node's id in this life: the row with its address that was seen last. */
    private Optional<String> id(Node node) throws IOException, InterruptedException {
        Response seen = redis.ask(Command.ZRANGE, NODES + ":seen", 0, -1, "REV");
        if (seen == null) {
            return Optional.empty();
        }
        for (Response id : seen) {
            if (id.toString().startsWith(node.name() + "-")) {
                return Optional.of(id.toString());
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        redis.close();
    }
}
