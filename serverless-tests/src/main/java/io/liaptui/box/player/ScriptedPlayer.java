package io.liaptui.box.player;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/**
 * One person at one browser, playing by script. Thread-safe; callers get futures and give them deadlines of their own.
 *
 * <p>It does what the existing client does (protocol, sections 2, 3 and 11.1), but for three things. When a reconnect
 * fails it tries again after 0.25 s and then ever more rarely, with its name, where the client loops without a pause and without a name.
 * It sends {@code start_next_round} at the start of a scoring display, not 5 s into it, so that it does at every pace.
 * And when nothing happened for 5 s after its move it sends it again, as a person would click again.
 */
public final class ScriptedPlayer implements AutoCloseable {
    private final Vertx vertx;
    private final URI site;
    private final String name;
    private final Browser browser;
    private final Manners manners;
    private final Frames frames;
    private final Play play;
    private final Seat seat;

    /**
     * A player that is not connected yet.
     *
     * @param site where a browser would go, {@code http://host:port}
     * @param name 2 to 20 of {@code A-Z a-z 0-9 _ -}, not only digits, not starting with Bot
     */
    public ScriptedPlayer(Vertx vertx, URI site, String name, Chooser chooser) {
        this(vertx, site, name, chooser, Manners.PROMPT);
    }

    /** The same, with manners of its own. */
    public ScriptedPlayer(Vertx vertx, URI site, String name, Chooser chooser, Manners manners) {
        this(vertx, site, name, chooser, manners, Browser.of(site));
    }

    private ScriptedPlayer(Vertx vertx, URI site, String name, Chooser chooser, Manners manners, Browser browser) {
        this.vertx = vertx;
        this.site = site;
        this.name = name;
        this.browser = browser;
        this.manners = manners;
        this.frames = new Frames(manners.framesKept());
        this.play = new Play(vertx, new Moves(name, chooser), manners);
        this.seat = new Seat(vertx, site, name, browser, play, frames, manners);
    }

    public String name() {
        return name;
    }

    /** A second window of the same browser: it has the same name and shares cookies and address. */
    public ScriptedPlayer window(Chooser chooser) {
        return new ScriptedPlayer(vertx, site, name, chooser, manners, browser);
    }

    /** Goes to the lobby, creates a room and enters it. Fails with the server's words if it refuses. */
    public CompletableFuture<String> createRoom() {
        return seat.lobby("create_room", new JsonObject().put("player_name", name), "room_created");
    }

    /** Goes to the lobby, joins the room and enters it. Fails with the server's words if it refuses. */
    public CompletableFuture<String> joinRoom(String room) {
        return seat.lobby("join_room", new JsonObject().put("room_id", room).put("player_name", name), "room_joined");
    }

    /**
     * As host, empties a slot.
     *
     * @param slot 1 to 4
     */
    public CompletableFuture<Frame> removePlayer(int slot) {
        return seat.ask("remove_player", new JsonObject().put("slot_id", slot), roomWith(slot, false));
    }

    /**
     * As host, puts a bot into an empty slot.
     *
     * @param slot 1 to 4
     */
    public CompletableFuture<Frame> addBot(int slot) {
        return seat.ask("add_bot", new JsonObject().put("slot_id", slot), roomWith(slot, true));
    }

    private static Predicate<Frame> roomWith(int slot, boolean taken) {
        return frame -> frame.event().equals("room_update")
                && (frame.data().getJsonArray("players").getValue(slot - 1) != null) == taken;
    }

    /** As host, starts the game. Completes with the first view of it after the hop to the game page. */
    public CompletableFuture<Frame> startGame() {
        return seat.ask(
                "start_game", new JsonObject(), frame -> frame.event().equals("phase_change") && seat.playing());
    }

    /**
     * Opens the page of a running game by its address. Whoever has no secret of a seat there only watches. Completes
     * with the first view.
     */
    public CompletableFuture<Frame> openGame(String room) {
        return seat.openGame(room);
    }

    /** Asks the chooser once more what the latest view asks, in case it hesitated. */
    public void askAgain() {
        seat.askAgain();
    }

    /** Completes with a view of this phase: the latest one if it shows it, else the next one that does. */
    public CompletableFuture<Frame> phase(String phase) {
        Optional<Frame> latest = play.latest().filter(frame -> frame.shows(phase));
        return latest.map(CompletableFuture::completedFuture).orElseGet(() -> next(frame -> frame.shows(phase)));
    }

    /** Completes with the next frame that fits; fails if the room is closed before. */
    public CompletableFuture<Frame> next(Predicate<Frame> fits) {
        return frames.next(fits);
    }

    /** Completes with the {@code phase_data} of game over; fails if the room is closed or gone before. */
    public CompletableFuture<JsonObject> gameOver() {
        return play.over();
    }

    /** The latest view of the game. */
    public Optional<Frame> latest() {
        return play.latest();
    }

    /** The own hand in the latest view, as the wire names the pieces. */
    public List<String> hand() {
        return play.hand();
    }

    /** Loses the network: no close frame, no reconnect. Completes when the socket is gone. */
    public CompletableFuture<Void> drop() {
        return seat.drop();
    }

    /** Gets the network back and reconnects. Completes with the first view of the game after that. */
    public CompletableFuture<Frame> comeBack() {
        return seat.comeBack();
    }

    /** Sends any event on the open socket, in the usual envelope. */
    public void send(String event, JsonObject data) {
        seat.send(event, data);
    }

    /** The last frames, as many as its manners say, oldest first. */
    public List<Frame> frames() {
        return frames.kept();
    }

    /** How often a move was sent again because nothing had happened. */
    public int repeats() {
        return play.repeats();
    }

    /** How often the connection was lost without the player wanting it. */
    public int losses() {
        return seat.losses();
    }

    /** The browser's cookies, for REST requests of the same person. */
    public Cookies cookies() {
        return browser.cookies();
    }

    /** Closes the browser. */
    @Override
    public void close() {
        seat.close();
    }
}
