package io.liaptui.box.player;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Another socket beside a player's current one, because the node of that one goes: opened at once, and again until there
 * is one. Held back until it has shown everything; then it takes over. On the player's context.
 */
final class Mover {
    private static final long FIRST_MILLIS = 50;
    private static final int MOST_DOUBLINGS = 4;

    private final Vertx vertx;
    private final Mover.Player player;
    private final List<JsonObject> held = new ArrayList<>();
    private @Nullable Line next;
    private boolean moving;
    private boolean spoke;
    private boolean whole;
    private int attempts;
    private int moves;

    /** Whose sockets they are. */
    interface Player {
        /** Opens a socket, on which nothing is said yet. */
        Future<Line> dial();

        /** The other socket is open; from now on everything is said there. */
        void speakOn(Line next);

        /** Whether more than this was shown on the current one: what is told here is still the past. */
        boolean isBehind(Seq seq);

        /** It broke before it had shown everything. */
        void speakOnTheOldOne();

        /**
         * It has shown everything.
         *
         * @param said on it so far
         */
        void takeOver(Line next, List<JsonObject> said);
    }

    Mover(Vertx vertx, Player player) {
        this.vertx = vertx;
        this.player = player;
    }

    /** Opens another socket, unless that has begun. */
    void begin() {
        if (!moving) {
            moving = true;
            attempts = 0;
            moves++;
            dial(moves);
        }
    }

    /** The other socket, while it is open and not the current one. */
    @Nullable
    Line next() {
        return next;
    }

    /** Whether something was said on another socket in this move: the old one may be closed because of that. */
    boolean spoke() {
        return spoke;
    }

    void said(Line line, JsonObject message) {
        held.add(message);
        whole |= showsAll(line, message);
    }

    /** Changes over if everything was shown; not in the middle of what the old one shows. */
    void changeOver(boolean inStep) {
        Line line = next;
        if (line != null && whole && !inStep) {
            List<JsonObject> said = List.copyOf(held);
            next = null;
            end();
            player.takeOver(line, said);
        }
    }

    /** The other socket is closed, and was not whole. */
    void failed() {
        int move = moves;
        next = null;
        player.speakOnTheOldOne();
        if (move == moves) {
            again(move);
        }
    }

    /** Another socket is not wanted any more. */
    void end() {
        Line unwanted = next;
        next = null;
        if (unwanted != null) {
            unwanted.leave();
        }
        moving = false;
        spoke = false;
        whole = false;
        held.clear();
        moves++;
    }

    private void dial(int move) {
        held.clear();
        whole = false;
        player.dial()
                .onSuccess(line -> {
                    if (move == moves) {
                        next = line;
                        spoke = true;
                        player.speakOn(line);
                    } else {
                        line.leave();
                    }
                })
                .onFailure(refused -> again(move));
    }

    private void again(int move) {
        vertx.setTimer(FIRST_MILLIS << Math.min(attempts++, MOST_DOUBLINGS), t -> {
            if (move == moves) {
                dial(move);
            }
        });
    }

    private boolean showsAll(Line line, JsonObject message) {
        String event = message.getString("event");
        if (line.channel().equals("lobby")) {
            return event.equals("room_list_update");
        }
        Seq seq = Seq.of(message);
        return (seq != null && !seq.more() && !player.isBehind(seq))
                || event.equals("room_closed")
                || event.equals("room_not_found");
    }
}
