package io.liaptui.box.player;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.http.impl.WebSocketInternal;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/** One open socket of a player, in the envelope of both clients. Used on its event loop only. */
final class Line {
    private static final int CONNECT_MILLIS = 10_000;
    private static final long PING_MILLIS = 30_000;
    static final int NO_CLOSE_FRAME = 1006;

    /** What happens on the line. */
    interface Listener {
        void message(Line line, JsonObject message);

        void closed(Line line, int code);
    }

    private final Vertx vertx;
    private final String channel;
    private final WebSocket socket;
    private long sequence;
    private long pings;

    private Line(Vertx vertx, String channel, WebSocket socket) {
        this.vertx = vertx;
        this.channel = channel;
        this.socket = socket;
    }

    /**
     * Opens {@code /ws/<channel>} with the browser's cookies and keeps those of the answer. May be called from any
     * thread; the line is used on the context.
     */
    static Future<Line> open(
            Context context,
            WebSocketClient client,
            URI site,
            String channel,
            Optional<String> subprotocol,
            Cookies cookies,
            Listener listener) {
        WebSocketConnectOptions options = new WebSocketConnectOptions()
                .setHost(site.getHost())
                .setPort(site.getPort())
                .setURI("/ws/" + channel)
                .setTimeout(CONNECT_MILLIS)
                .addHeader("Origin", site.getScheme() + "://" + site.getAuthority());
        subprotocol.ifPresent(options::addSubProtocol);
        cookies.header().ifPresent(header -> options.addHeader("Cookie", header));
        // Without a context of its own, so that it runs what follows at once, before the first message is read
        Promise<Line> opened = Promise.promise();
        // The headers are there only until the first handlers are done: those must be set before the answer can come
        context.runOnContext(v -> client.connect(options)
                .map(socket -> {
                    cookies.take(socket.headers().getAll("Set-Cookie"));
                    Line line = new Line(context.owner(), channel, socket);
                    line.listen(listener);
                    return line;
                })
                .onComplete(opened));
        return opened.future();
    }

    private void listen(Listener listener) {
        socket.textMessageHandler(text -> listener.message(this, new JsonObject(text)));
        socket.closeHandler(v -> {
            vertx.cancelTimer(pings);
            Short code = socket.closeStatusCode();
            listener.closed(this, code == null ? NO_CLOSE_FRAME : code);
        });
        socket.exceptionHandler(e -> {
            // The close handler follows and says all that matters here
        });
        pings = vertx.setPeriodic(
                PING_MILLIS, t -> send("ping", new JsonObject().put("timestamp", System.currentTimeMillis())));
    }

    /** The player's own address and port. */
    String localSocket() {
        return socket.localAddress().hostAddress() + ":" + socket.localAddress().port();
    }

    String channel() {
        return channel;
    }

    void send(String event, JsonObject data) {
        write(envelope(event, data));
    }

    /** With a number, by which the answer can be told. */
    void send(String event, JsonObject data, long command) {
        write(envelope(event, data).put("command", command));
    }

    private JsonObject envelope(String event, JsonObject data) {
        return new JsonObject()
                .put("event", event)
                .put("data", data)
                .put("sequence", ++sequence)
                .put("timestamp", System.currentTimeMillis())
                .put("id", UUID.randomUUID().toString());
    }

    private void write(JsonObject message) {
        socket.writeTextMessage(message.encode());
    }

    /** As the client leaves a page: code 1000. */
    void leave() {
        socket.close();
    }

    /** As a cable that is pulled: no close frame. */
    void cut() {
        // From the first handler on, past the one that would say goodbye
        ((WebSocketInternal) socket)
                .channelHandlerContext()
                .pipeline()
                .firstContext()
                .close();
    }
}
