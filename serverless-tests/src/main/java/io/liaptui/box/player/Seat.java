package io.liaptui.box.player;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A player's connection and what it shows: hops, reconnects, and answers what the game asks. All on one context. */
final class Seat implements Line.Listener, Mover.Player {
    private static final String LOBBY = "lobby";
    private static final long LAST_WORDS_MILLIS = 2_000;
    private static final int OPEN = 0;

    private final Context context;
    private final WebSocketClient client;
    private final URI site;
    private final String name;
    private final Play play;
    private final Frames frames;
    private final Witness witness;
    private final Talk talk;
    private final Requests requests;
    private final Comeback comeback = new Comeback();
    private final Cookies cookies;
    private final Mover mover;
    private CompletableFuture<Void> gone = CompletableFuture.completedFuture(null);
    private @Nullable Line line;
    private @Nullable Line former;
    private @Nullable Line lastWords;
    private Consumer<Line> lobbyAsks = asked -> {};
    private boolean asksAgain;
    private int endedWith = OPEN;
    private long endedAt;
    private String channel = LOBBY;
    private long received;
    private boolean away;
    private volatile boolean playing;
    private volatile int losses;

    Seat(Vertx vertx, URI site, String name, Browser browser, Play play, Frames frames, Manners manners) {
        this.context = vertx.getOrCreateContext();
        this.client = vertx.createWebSocketClient(new WebSocketClientOptions().setLocalAddress(browser.address()));
        this.site = site;
        this.name = name;
        this.cookies = browser.cookies();
        this.play = play;
        this.frames = frames;
        this.witness = manners.witness();
        this.talk = manners.talk(play);
        this.requests = new Requests(name, frames);
        this.mover = new Mover(vertx, this);
    }

    CompletableFuture<String> lobby(String event, JsonObject data, String answer) {
        return onContext(() -> {
            channel = LOBBY;
            lobbyAsks = asked -> asked.send(event, data);
            CompletableFuture<Frame> list = frames.next(frame -> frame.event().equals("room_list_update"));
            return open().compose(opened -> Future.fromCompletionStage(list))
                    .compose(shown -> requests.ask(line, event, data, frame -> Requests.answers(frame, answer)))
                    .compose(frame -> enter(frame.data().getString("room_id")))
                    .toCompletionStage();
        });
    }

    CompletableFuture<Frame> ask(String event, JsonObject data, Predicate<Frame> answer) {
        return onContext(() -> requests.ask(spoken(), event, data, answer).toCompletionStage());
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
            mover.end();
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
            Line current = spoken();
            if (current != null) {
                current.send(event, data);
            }
        });
    }

    /** The socket on which it speaks. */
    private @Nullable Line spoken() {
        Line next = mover.next();
        return next == null ? line : next;
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
    public void message(Line from, JsonObject message) {
        if (from == mover.next()) {
            mover.said(from, message);
            mover.changeOver(endedWith == OPEN && talk.inStep());
            return;
        }
        if (from != line && from != former && from != lastWords) {
            return;
        }
        heard(from, message);
        mover.changeOver(endedWith == OPEN && talk.inStep());
    }

    private void heard(Line from, JsonObject message) {
        String event = message.getString("event");
        JsonObject data = message.getJsonObject("data", new JsonObject());
        Frame frame = new Frame(++received, from.channel(), event, data, Seq.of(message));
        if (from == lastWords) {
            frames.add(frame);
            return;
        }
        if (from != line) {
            talk.heardLate(frame);
            return;
        }
        if (isAnsweredTwice(event)) {
            return;
        }
        if (event.equals("error") && "moving".equals(data.getString("type"))) {
            askTheNext();
            return;
        }
        talk.heard(from, frame);
        witness.received(frame);
        try {
            switch (event) {
                case "game_started" -> hop(from);
                case "server_shutdown" -> goes(data);
                case "phase_change" -> {
                    // The room page ignores the game; the game page asks for it
                    if (playing) {
                        play.view(frame);
                    }
                }
                case "room_closed", "room_not_found" ->
                    lost(name + " was told " + event + ": " + data.getString("message"));
                default -> {} // shown by the client, or ignored; those who wait for it get it below
            }
        } catch (RuntimeException e) {
            play.fail(new IllegalStateException(name + " cannot read " + event + " " + data, e));
        }
        frames.add(frame);
    }

    /** In a room while another socket is open: perhaps only because of that one, on which it is answered, too. */
    private boolean isAnsweredTwice(String event) {
        return mover.next() != null && !channel.equals(LOBBY) && (event.equals("ack") || event.equals("error"));
    }

    /** The node takes no new rooms, because it goes: the next one is asked. */
    private void askTheNext() {
        mover.begin();
        Line next = mover.next();
        if (next == null) {
            asksAgain = true;
        } else {
            lobbyAsks.accept(next);
        }
    }

    private void goes(JsonObject data) {
        if (data.getBoolean("open_another", false)) {
            mover.begin();
        } else if (talk.heedsDelay()) {
            comeback.told(data.getDouble("reconnect_delay", 0.0));
        }
    }

    @Override
    public Future<Line> dial() {
        return Line.open(context, client, site, channel, talk.subprotocol(), cookies, this)
                .onFailure(witness::refused);
    }

    @Override
    public void speakOn(Line next) {
        JsonObject ready = new JsonObject().put("room_id", channel).put("is_reconnection", false);
        next.send("client_ready", channel.equals(LOBBY) ? ready : talk.ready(ready.put("player_name", name)));
        talk.openedBeside(next);
        if (asksAgain) {
            asksAgain = false;
            lobbyAsks.accept(next);
        }
    }

    @Override
    public boolean isBehind(Seq seq) {
        return talk.isBehind(seq);
    }

    @Override
    public void speakOnTheOldOne() {
        Line old = line;
        if (old != null && endedWith == OPEN) {
            talk.backTo(old);
        } else {
            mover.end();
            ended(endedWith, true);
        }
    }

    @Override
    public void takeOver(Line next, List<JsonObject> said) {
        Line old = line;
        long gap = endedWith == OPEN ? 0 : System.nanoTime() - endedAt;
        endedWith = OPEN;
        line = next;
        witness.movedOn(next.localSocket(), gap);
        talk.changedOver();
        if (old != null && channel.equals(LOBBY)) {
            lastWords = old;
            context.owner().setTimer(LAST_WORDS_MILLIS, t -> old.leave());
        } else if (old != null) {
            old.leave();
        }
        said.stream()
                .filter(message -> Seq.of(message) == null || !talk.knows(Seq.of(message)))
                .forEach(message -> heard(next, message));
    }

    @Override
    public void closed(Line which, int code) {
        if (which == mover.next()) {
            mover.failed();
            return;
        }
        if (which == former) {
            former = null;
            talk.closedLate();
        }
        if (which != line) {
            return;
        }
        if (mover.next() != null) {
            endedWith = code;
            endedAt = System.nanoTime();
            mover.changeOver(false);
            return;
        }
        boolean replaced = mover.spoke();
        mover.end();
        ended(code, replaced);
    }

    /** @param replaced perhaps it was closed because of another socket of this very player */
    private void ended(int code, boolean replaced) {
        endedWith = OPEN;
        line = null;
        play.off();
        gone.complete(null);
        if (away || play.isOver()) {
            return;
        }
        losses++;
        witness.closed(code);
        if (code == 1000 && !replaced) {
            lost(name + "'s socket was closed with 1000");
        } else {
            context.owner().setTimer(comeback.afterLoss(), t -> connect());
        }
    }

    private Future<Line> open() {
        return Line.open(context, client, site, channel, talk.subprotocol(), cookies, this)
                .map(opened -> {
                    line = opened;
                    comeback.succeeded();
                    witness.opened(opened.localSocket());
                    gone = new CompletableFuture<>();
                    if (away) {
                        opened.cut();
                    }
                    JsonObject ready = new JsonObject().put("room_id", channel).put("is_reconnection", false);
                    opened.send(
                            "client_ready", channel.equals(LOBBY) ? ready : talk.ready(ready.put("player_name", name)));
                    talk.opened(opened);
                    return opened;
                });
    }

    private Future<String> enter(String room) {
        leave();
        channel = room;
        return open().compose(opened -> requests.ask(line, "get_room_state", new JsonObject(), frame -> frame.event()
                        .equals("room_update")))
                .map(room);
    }

    private void hop(Line page) {
        mover.end();
        playing = true;
        play.off();
        if (talk.leavesPage()) {
            page.leave();
        } else {
            former = page;
        }
        connect();
    }

    private void leave() {
        mover.end();
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
