package io.liaptui.box.chaos.hostile;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Bystanders in the lobby, each with an address of its own, who measure how long the answer to a ping takes. Thread-safe.
 */
public final class PingProbe implements AutoCloseable {
    private static final int SOCKETS = 10;
    private static final long EVERY_MILLIS = 500;
    private static final long AGAIN_MILLIS = 250;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final URI site;
    private final List<Long> trips = new ArrayList<>();
    private final Set<Long> open = new HashSet<>();
    private int lost;
    private boolean closed;

    /** Begins. */
    public PingProbe(URI site) {
        this.site = site;
        for (int i = 0; i < SOCKETS; i++) {
            WebSocketClient client = LobbyDoor.client(vertx, site, 1);
            vertx.runOnContext(v -> connect(client));
        }
    }

    private synchronized void connect(WebSocketClient client) {
        if (closed) {
            return;
        }
        client.connect(LobbyDoor.of(site))
                .onSuccess(socket -> use(client, socket))
                .onFailure(why -> vertx.setTimer(AGAIN_MILLIS, t -> connect(client)));
    }

    private synchronized void use(WebSocketClient client, WebSocket socket) {
        if (closed) {
            return;
        }
        socket.textMessageHandler(this::heard);
        long timer = vertx.setPeriodic(1, EVERY_MILLIS, t -> ping(socket));
        socket.closeHandler(gone -> {
            vertx.cancelTimer(timer);
            closed(client);
        });
    }

    private synchronized void closed(WebSocketClient client) {
        if (!closed) {
            lost++;
            vertx.setTimer(AGAIN_MILLIS, t -> connect(client));
        }
    }

    private synchronized void ping(WebSocket socket) {
        // The server only sends it back
        long now = System.nanoTime();
        open.add(now);
        LobbyDoor.say(socket, "ping", new JsonObject().put("timestamp", now));
    }

    private synchronized void heard(String text) {
        JsonObject message = new JsonObject(text);
        if ("pong".equals(message.getString("event"))) {
            long sent = message.getJsonObject("data").getLong("timestamp");
            if (open.remove(sent)) {
                trips.add(System.nanoTime() - sent);
            }
        }
    }

    /** The trips since the last call, in nanoseconds; those still on their way as long as they take by now. */
    public synchronized List<Long> take() {
        long now = System.nanoTime();
        List<Long> taken = new ArrayList<>(trips);
        open.forEach(sent -> taken.add(now - sent));
        trips.clear();
        open.clear();
        return taken;
    }

    /** How often the socket of one of them was closed. */
    public synchronized int lost() {
        return lost;
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
