package io.liaptui.box.chaos.hostile;

import io.liaptui.box.player.Loopback;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.net.URI;

/** How the lobby is entered and spoken to, without a player. */
final class LobbyDoor {
    private LobbyDoor() {}

    /** Whose sockets come from one address, new with every client. */
    static WebSocketClient client(Vertx vertx, URI site, int sockets) {
        return vertx.createWebSocketClient(
                new WebSocketClientOptions().setMaxConnections(sockets).setLocalAddress(Loopback.somebody(site)));
    }

    static WebSocketConnectOptions of(URI site) {
        return new WebSocketConnectOptions()
                .setHost(site.getHost())
                .setPort(site.getPort())
                .setURI("/ws/lobby")
                .addHeader("Origin", site.getScheme() + "://" + site.getAuthority());
    }

    static void enter(WebSocket socket) {
        say(socket, "client_ready", new JsonObject().put("room_id", "lobby").put("is_reconnection", false));
    }

    static void say(WebSocket socket, String event, JsonObject data) {
        socket.writeTextMessage(
                new JsonObject().put("event", event).put("data", data).encode());
    }
}
