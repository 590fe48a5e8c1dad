package io.liaptui.box.front;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A real server in the place of a node. What it does with a request is chosen by the last part of the path. */
final class TestNode implements AutoCloseable {
    static final int BIG_FRAME = 200_000;

    final AtomicInteger health = new AtomicInteger(200);
    final AtomicInteger checks = new AtomicInteger();
    final BlockingQueue<String> closes = new LinkedBlockingQueue<>();
    private final Set<ServerWebSocket> sockets = ConcurrentHashMap.newKeySet();
    private final String name;
    private final HttpServer server;

    TestNode(Vertx vertx, String name) {
        this(vertx, name, 0);
    }

    TestNode(Vertx vertx, String name, int port) {
        this.name = name;
        HttpServerOptions options = new HttpServerOptions()
                .addWebSocketSubProtocol("liap.v2")
                .setMaxWebSocketFrameSize(BIG_FRAME)
                .setMaxWebSocketMessageSize(BIG_FRAME);
        server = Wait.value(vertx.createHttpServer(options)
                .requestHandler(this::answer)
                .listen(port, "127.0.0.1")
                .toCompletionStage());
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    @Override
    public void close() {
        Wait.value(server.close().toCompletionStage());
    }

    void sayToAll(String text) {
        sockets.forEach(socket -> socket.writeTextMessage(text));
    }

    private void answer(HttpServerRequest request) {
        String path = request.path();
        request.response().putHeader("X-Node", name);
        switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "live" -> {
                checks.incrementAndGet();
                request.response().setStatusCode(health.get()).end(String.valueOf(request.getHeader("User-Agent")));
            }
            case "echo", "greet" -> upgrade(request);
            case "refuse" ->
                request.response()
                        .setStatusCode(403)
                        .putHeader("X-Reason", "origin")
                        .end("not from there");
            case "hang" -> request.resume();
            case "cut" -> request.connection().close();
            case "half" -> {
                request.response().setChunked(true).write("first part");
                request.response().write("second").onComplete(w -> request.connection()
                        .close());
            }
            case "hop" ->
                request.response()
                        .putHeader("Connection", "X-Private")
                        .putHeader("X-Private", "1")
                        .putHeader("Keep-Alive", "timeout=5")
                        .putHeader("X-Public", "2")
                        .end("hop");
            case "body" -> request.body().onSuccess(body -> request.response().end(body));
            default -> request.response().end(seen(request).toBuffer());
        }
    }

    private void upgrade(HttpServerRequest request) {
        if (request.getHeader("Upgrade") == null) {
            request.response().end("no upgrade");
            return;
        }
        request.response()
                .putHeader("Set-Cookie", "liap_sid=abc; HttpOnly")
                .headers()
                .add("Set-Cookie", "second=2");
        JsonObject seen = seen(request);
        String path = request.path();
        request.toWebSocket().onSuccess(socket -> talk(socket, path, seen));
    }

    private void talk(ServerWebSocket socket, String path, JsonObject seen) {
        sockets.add(socket);
        socket.closeHandler(closed -> {
            sockets.remove(socket);
            closes.add(socket.closeStatusCode() + " " + socket.closeReason());
        });
        socket.textMessageHandler(text -> {
            switch (text) {
                case "seen" -> socket.writeTextMessage(seen.encode());
                case "kick" -> socket.close((short) 4001, "kicked");
                default -> socket.writeTextMessage(text);
            }
        });
        socket.binaryMessageHandler(socket::writeBinaryMessage);
        if (path.endsWith("greet")) {
            socket.writeTextMessage("hello from " + name);
            socket.writeBinaryMessage(Buffer.buffer(new byte[65_536]));
        }
    }

    private static JsonObject seen(HttpServerRequest request) {
        JsonObject headers = new JsonObject();
        for (String header : request.headers().names()) {
            headers.put(
                    header.toLowerCase(Locale.ROOT),
                    new JsonArray(request.headers().getAll(header)));
        }
        return new JsonObject()
                .put("method", request.method().name())
                .put("uri", request.uri())
                .put("headers", headers);
    }
}
