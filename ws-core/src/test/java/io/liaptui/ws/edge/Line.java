package io.liaptui.ws.edge;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/** One open socket and what came on it. */
final class Line {
    final BlockingQueue<JsonObject> messages = new LinkedBlockingQueue<>();
    final CompletableFuture<Integer> closed = new CompletableFuture<>();
    final WebSocket socket;
    final MultiMap upgrade;

    /** Fails with what the server answered instead. */
    static Line open(Vertx vertx, WebSocketClient client, WebSocketConnectOptions options) throws Exception {
        CompletableFuture<Line> line = new CompletableFuture<>();
        // On a context: the headers of the answer are there only while the event is handled
        vertx.runOnContext(start -> client.connect(options)
                .onSuccess(socket -> line.complete(new Line(socket)))
                .onFailure(line::completeExceptionally));
        return line.get(5, SECONDS);
    }

    private Line(WebSocket socket) {
        this.socket = socket;
        this.upgrade = MultiMap.caseInsensitiveMultiMap().addAll(socket.headers());
        socket.textMessageHandler(text -> messages.add(new JsonObject(text)));
        socket.closeHandler(done -> closed.complete((int) socket.closeStatusCode()));
    }

    void say(String event, JsonObject data) {
        socket.writeTextMessage(
                new JsonObject().put("event", event).put("data", data).encode());
    }

    JsonObject next(String event) throws InterruptedException {
        for (JsonObject message = messages.poll(5, SECONDS); message != null; message = messages.poll(5, SECONDS)) {
            if (message.getString("event").equals(event)) {
                return message.getJsonObject("data");
            }
        }
        throw new AssertionError("no " + event + " came within 5 s");
    }
}
