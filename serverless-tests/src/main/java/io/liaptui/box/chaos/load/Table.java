package io.liaptui.box.chaos.load;

import io.liaptui.box.chaos.verdict.Finding;
import io.liaptui.box.chaos.verdict.Shown;
import io.liaptui.box.player.Dialect;
import io.liaptui.box.player.Frame;
import io.liaptui.box.player.Manners;
import io.liaptui.box.player.ScriptedPlayer;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One game from the lobby to its end. Its thread waits; the players act on theirs. */
final class Table implements AutoCloseable {
    private static final int SEATS = 4;
    private static final long STEP_SECONDS = 20;
    private static final long OTHERS_SECONDS = 20;

    private final Circle circle;
    private final Tally tally;
    private final List<ScriptedPlayer> players = new ArrayList<>();

    /**
     * @param number makes the names of the players
     * @param humans 1 to 4; bots have the other seats
     */
    Table(Vertx vertx, URI site, LoadOptions options, Tally tally, int number, int humans) {
        List<String> names = new ArrayList<>();
        for (int seat = 1; seat <= humans; seat++) {
            names.add("g" + number + "p" + seat);
        }
        this.tally = tally;
        this.circle = new Circle(tally, names);
        for (Guest guest : circle.guests()) {
            // At each table some of both, so that every drill proves both; every other host has our own client
            Dialect dialect = (number + players.size()) % 2 == 0 ? Dialect.OWN : Dialect.EXISTING;
            guest.speaks(dialect);
            Manners manners = new Manners(options.leastThought(), options.mostThought(), 0, guest, dialect);
            players.add(new ScriptedPlayer(vertx, site, guest.name(), new BoldChooser(), manners));
        }
    }

    Circle circle() {
        return circle;
    }

    String room() {
        return circle.room();
    }

    /** Brings everybody together and starts the game; false if that did not work out. */
    boolean gather() throws InterruptedException {
        try {
            ScriptedPlayer host = players.getFirst();
            String room = step(host.createRoom());
            for (int slot = 2; slot <= players.size(); slot++) {
                step(host.removePlayer(slot));
            }
            for (ScriptedPlayer other : players.subList(1, players.size())) {
                step(other.joinRoom(room));
            }
            List<CompletableFuture<Frame>> views = players.stream()
                    .map(player -> player.next(frame -> frame.event().equals("phase_change")))
                    .toList();
            step(host.startGame());
            for (CompletableFuture<Frame> view : views) {
                step(view);
            }
            circle.begin(room);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    private static <T> T step(CompletableFuture<T> step)
            throws InterruptedException, ExecutionException, TimeoutException {
        return step.get(STEP_SECONDS, TimeUnit.SECONDS);
    }

    /** Waits for the end. A player who is told that the room is gone while nobody saw the end is a finding. */
    void play() throws InterruptedException {
        List<CompletableFuture<JsonObject>> ends =
                players.stream().map(ScriptedPlayer::gameOver).toList();
        try {
            CompletableFuture.anyOf(ends.toArray(CompletableFuture[]::new)).get();
            // Whoever is away comes back to the result while somebody still looks at it
            CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new)).get(OTHERS_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // Judged by each one's own end below
        }
        boolean over = ends.stream().anyMatch(end -> end.isDone() && !end.isCompletedExceptionally());
        for (int i = 0; i < ends.size(); i++) {
            CompletableFuture<JsonObject> end = ends.get(i);
            String name = players.get(i).name();
            if (end.isCompletedExceptionally()) {
                circle.report(over ? Finding.Kind.SENT_AWAY : Finding.Kind.DROPPED_GAME, reason(end));
            } else if (over && !end.isDone()) {
                circle.report(Finding.Kind.SENT_AWAY, name + " was not shown the end of the game");
            }
        }
        if (over) {
            tally.finished();
        }
    }

    private static String reason(CompletableFuture<?> failed) {
        try {
            failed.join();
            return "";
        } catch (CompletionException e) {
            return String.valueOf(e.getCause() == null ? e : e.getCause().getMessage());
        }
    }

    /** What the players were shown so far. */
    List<Shown> shown() {
        synchronized (circle) {
            return circle.guests().stream()
                    .map(guest -> new Shown(guest.name(), guest.moves()))
                    .toList();
        }
    }

    @Override
    public void close() {
        circle.end();
        players.forEach(ScriptedPlayer::close);
    }
}
