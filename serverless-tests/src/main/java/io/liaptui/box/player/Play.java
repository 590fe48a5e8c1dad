package io.liaptui.box.player;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The game as one player sees it, and the answers to what it asks. Changed on the player's context only. */
final class Play {
    private static final long AGAIN_MILLIS = 5_000;
    private final Vertx vertx;
    private final Moves moves;
    private final Manners manners;
    private final CompletableFuture<JsonObject> over = new CompletableFuture<>();
    private @Nullable Speaker line;
    private String answered = "";
    private volatile int repeats;
    private volatile Optional<Frame> latest = Optional.empty();

    /** Where answers go. */
    @FunctionalInterface
    interface Speaker {
        void say(Move move);
    }

    Play(Vertx vertx, Moves moves, Manners manners) {
        this.vertx = vertx;
        this.moves = moves;
        this.manners = manners;
    }

    /** From now on answers go here; what was answered on another line may be lost, so it is answered again. */
    void on(Speaker fresh) {
        line = fresh;
        answered = "";
    }

    /** Nothing can be answered before there is another line. */
    void off() {
        line = null;
    }

    void view(Frame frame) {
        latest = Optional.of(frame);
        if (frame.shows("game_over")) {
            over.complete(frame.data().getJsonObject("phase_data"));
        }
        ask();
    }

    /** Answers what the latest view asks, unless that was done on this line. */
    void ask() {
        latest.flatMap(frame -> moves.forFrame(frame.data()))
                .filter(move -> !move.key().equals(answered))
                .ifPresent(this::think);
    }

    /** Says an answer once more that may be lost; false if it is not asked any more. */
    boolean sayAgain(Move move) {
        boolean stillAsked = !over.isDone() && asked(move.key()).isPresent();
        if (stillAsked) {
            repeats++;
            answer(move);
        }
        return stillAsked;
    }

    private void think(Move move) {
        Speaker current = line;
        long millis = manners.thoughtMillis();
        if (current == null || millis == 0) {
            answer(move);
            return;
        }
        answered = move.key();
        vertx.setTimer(millis, t -> {
            if (current == line && !over.isDone()) {
                asked(move.key()).ifPresent(this::answer);
            }
        });
    }

    /** What the latest view asks, if it is still that. */
    private Optional<Move> asked(String key) {
        return latest.flatMap(frame -> moves.forFrame(frame.data()))
                .filter(move -> move.key().equals(key));
    }

    private void answer(Move move) {
        Speaker current = line;
        if (current == null) {
            return;
        }
        answered = move.key();
        if (!move.event().equals("start_next_round")) {
            manners.witness().answered(move.key());
        }
        current.say(move);
        if (!move.event().equals("start_next_round")) {
            vertx.setTimer(AGAIN_MILLIS, t -> again(move, current));
        }
    }

    private void again(Move move, Speaker sentOn) {
        if (sentOn == line) {
            sayAgain(move);
        }
    }

    void fail(Throwable why) {
        over.completeExceptionally(why);
    }

    boolean isOver() {
        return over.isDone();
    }

    CompletableFuture<JsonObject> over() {
        return over.copy();
    }

    Optional<Frame> latest() {
        return latest;
    }

    List<String> hand() {
        return latest.map(frame -> moves.hand(frame.data())).orElse(List.of());
    }

    int repeats() {
        return repeats;
    }
}
