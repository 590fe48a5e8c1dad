package io.liaptui.box.player;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A player's connection and what it shows: hops, reconnects, and answers what the game asks. All on one context. */
final class Seat implements Line.Listener {
    private static final String LOBBY = "lobby";

    private final Context context;
    private final WebSocketClient client;
    private final URI site;
    private final String name;
    private final Play play;
    private final Frames frames;
    private final Witness witness;
    private final Comeback comeback = new Comeback();
    private final Cookies cookies;
    private CompletableFuture<Void> gone = CompletableFuture.completedFuture(null);
    private @Nullable Line line;
    private String channel = LOBBY;
    private long received;
    private boolean away;
    private volatile boolean playing;
    private volatile int losses;

    Seat(Vertx vertx, URI site, String name, Cookies cookies, Play play, Frames frames, Witness witness) {
        this.context = vertx.getOrCreateContext();
        this.client = vertx.createWebSocketClient();
        this.site = site;
        this.name = name;
        this.cookies = cookies;
        this.play = play;
        this.frames = frames;
        this.witness = witness;
    }

    CompletableFuture<String> lobby(String event, JsonObject data, String answer) {
        return onContext(() -> {
            channel = LOBBY;
            CompletableFuture<Frame> list = frames.next(frame -> frame.event().equals("room_list_update"));
            return open().compose(opened -> Future.fromCompletionStage(list))
                    .compose(shown -> request(event, data, frame -> answers(frame, answer)))
                    .compose(frame -> enter(frame.data().getString("room_id")))
                    .toCompletionStage();
        });
    }

    CompletableFuture<Frame> ask(String event, JsonObject data, Predicate<Frame> answer) {
        return onContext(() -> request(event, data, answer).toCompletionStage());
    }

    CompletableFuture<Frame> openGame(String room) {
        return onContext(() -> {
            leave();
            channel = room;
            CompletableFuture<Frame> view = frames.next(frame -> frame.event().equals("phase_change"));
            connect();
            return view;
        });
    }

    void askAgain() {
        context.runOnContext(v -> play.ask());
    }

    CompletableFuture<Void> drop() {
        return onContext(() -> {
            away = true;
            CompletableFuture<Void> dropped = gone;
            if (line != null) {
                line.cut();
            }
            return dropped;
        });
    }

    CompletableFuture<Frame> comeBack() {
        return onContext(() -> {
            away = false;
            CompletableFuture<Frame> view = frames.next(frame -> frame.event().equals("phase_change"));
            connect();
            return view;
        });
    }

    void send(String event, JsonObject data) {
        context.runOnContext(v -> {
            if (line != null) {
                line.send(event, data);
            }
        });
    }

    void close() {
        context.runOnContext(v -> {
            away = true;
            frames.fail(new IllegalStateException(name + " was closed"));
            play.fail(new IllegalStateException(name + " was closed"));
            client.close();
        });
    }

    boolean playing() {
        return playing;
    }

    int losses() {
        return losses;
    }

    @Override
    public void frame(Line from, String event, JsonObject data) {
        if (from != line) {
            return;
        }
        Frame frame = new Frame(++received, from.channel(), event, data);
        witness.received(frame);
        try {
            switch (event) {
                case "game_started" -> hop(from);
                case "server_shutdown" -> comeback.told(data.getDouble("reconnect_delay", 0.0));
                case "phase_change" -> {
                    // The room page ignores the game; the game page asks for it
                    if (playing) {
                        play.view(frame);
                    }
                }
                case "room_closed", "room_not_found" ->
                    lost(name + " was told " + event + ": " + data.getString("message"));
                default -> {
                    // Shown by the client, or ignored; those who wait for it get it below
                }
            }
        } catch (RuntimeException e) {
            play.fail(new IllegalStateException(name + " cannot read " + event + " " + data, e));
        }
        frames.add(frame);
    }

    @Override
    public void closed(Line which, int code) {
        if (which != line) {
            return;
        }
        line = null;
        play.off();
        gone.complete(null);
        if (away || play.isOver()) {
            return;
        }
        losses++;
        witness.closed(code);
        if (code == 1000) {
            lost(name + "'s socket was closed with 1000");
        } else {
            context.owner().setTimer(comeback.afterLoss(), t -> connect());
        }
    }

    private Future<Line> open() {
        return Line.open(context, client, site, channel, cookies, this).map(opened -> {
            line = opened;
            comeback.succeeded();
            witness.opened(opened.localPort());
            gone = new CompletableFuture<>();
            play.on(opened);
            if (away) {
                opened.cut();
            }
            JsonObject ready = new JsonObject().put("room_id", channel).put("is_reconnection", false);
            opened.send("client_ready", channel.equals(LOBBY) ? ready : ready.put("player_name", name));
            return opened;
        });
    }

    private Future<Frame> request(String event, JsonObject data, Predicate<Frame> answer) {
        if (line == null) {
            return Future.failedFuture(name + " is not connected");
        }
        CompletableFuture<Frame> next =
                frames.next(frame -> answer.test(frame) || frame.event().equals("error"));
        line.send(event, data);
        return Future.fromCompletionStage(next)
                .compose(frame -> frame.event().equals("error")
                        ? Future.failedFuture(
                                event + " was refused: " + frame.data().getString("message"))
                        : Future.succeededFuture(frame));
    }

    private static boolean answers(Frame frame, String answer) {
        return frame.event().equals(answer) && !LOBBY.equals(frame.data().getString("room_id"));
    }

    private Future<String> enter(String room) {
        leave();
        channel = room;
        return open().compose(opened -> request("get_room_state", new JsonObject(), frame -> frame.event()
                        .equals("room_update")))
                .map(room);
    }

    private void hop(Line page) {
        playing = true;
        page.leave();
        connect();
    }

    private void leave() {
        Line left = line;
        line = null;
        if (left != null) {
            left.leave();
        }
    }

    private void connect() {
        line = null;
        if (away || play.isOver()) {
            return;
        }
        playing = true;
        open().onFailure(e -> {
            witness.refused(e);
            context.owner().setTimer(comeback.afterRefusal(), t -> connect());
        });
    }

    private void lost(String why) {
        IllegalStateException reason = new IllegalStateException(why);
        play.fail(reason);
        frames.fail(reason);
    }

    private <T> CompletableFuture<T> onContext(Supplier<CompletionStage<T>> action) {
        return Turn.on(context, action);
    }
}
