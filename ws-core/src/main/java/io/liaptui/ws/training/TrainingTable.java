package io.liaptui.ws.training;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * One player with three bots, in the protocol of the existing client. The player starts the game, goes, and comes back to
 * watch it: a stand-in plays his seat. Threading: the client's event loop.
 */
final class TrainingTable {
    private final WebSocketClient client;
    private final int port;
    private final String name;
    private final Promise<Void> over = Promise.promise();

    TrainingTable(WebSocketClient client, int port, String name) {
        this.client = client;
        this.port = port;
        this.name = name;
    }

    /** Completes when the game is over. */
    Future<Void> play() {
        connect("lobby", null)
                .onSuccess(lobby -> {
                    // The answer's headers are there only now
                    String cookie = lobby.headers().get(HttpHeaders.SET_COOKIE);
                    lobby.textMessageHandler(text -> inLobby(lobby, cookie, new JsonObject(text)));
                    say(lobby, "create_room", new JsonObject().put("player_name", name));
                })
                .onFailure(over::tryFail);
        return over.future();
    }

    private void inLobby(WebSocket lobby, String cookie, JsonObject message) {
        if (message.getString("event").equals("room_created")) {
            lobby.close();
            String id = message.getJsonObject("data").getString("room_id");
            connect(id, cookie).onSuccess(room -> enter(room, id)).onFailure(over::tryFail);
        }
    }

    private void enter(WebSocket room, String id) {
        room.textMessageHandler(text -> {
            if (new JsonObject(text).getString("event").equals("game_started")) {
                room.close();
                connect(id, null).onSuccess(this::watch).onFailure(over::tryFail);
            }
        });
        ready(room);
        say(room, "start_game", new JsonObject());
    }

    private void watch(WebSocket room) {
        room.closeHandler(_ -> over.tryFail("the socket of " + name + " was closed: " + room.closeReason()));
        room.textMessageHandler(text -> {
            if (text.contains("\"game_over\"")) {
                over.tryComplete();
                room.close();
            }
        });
        ready(room);
    }

    private void ready(WebSocket room) {
        say(room, "client_ready", new JsonObject().put("player_name", name).put("is_reconnection", false));
    }

    private Future<WebSocket> connect(String channel, @Nullable String cookie) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        if (cookie != null) {
            headers.add(HttpHeaders.COOKIE, cookie.substring(0, cookie.indexOf(';')));
        }
        return client.connect(new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                .setURI("/ws/" + channel)
                .setHeaders(headers));
    }

    private static void say(WebSocket socket, String event, JsonObject data) {
        socket.writeTextMessage(
                new JsonObject().put("event", event).put("data", data).encode());
    }
}
