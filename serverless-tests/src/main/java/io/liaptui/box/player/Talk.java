package io.liaptui.box.player;

import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** What a player says and heeds beside the game itself; differs by {@link Dialect}. On the player's context. */
interface Talk {
    /** What a socket asks for. */
    Optional<String> subprotocol();

    /** The first message on a new socket of a room, completed. */
    JsonObject ready(JsonObject ready);

    /** A socket is open, and that first message is sent. */
    void opened(Line line);

    /** What came on the current socket. */
    void heard(Line line, Frame frame);

    /** The game begins and another socket is opened. Is the one of the room's page left before? */
    boolean leavesPage();

    /** What came on the socket before the current one. */
    void heardLate(Frame frame);

    /** The socket before the current one was closed from outside. */
    void closedLate();

    /** Does it wait as long as {@code server_shutdown} says? */
    boolean heedsDelay();

    /** Another socket is open beside the current one, and the first message is sent there: it speaks there from now on. */
    default void openedBeside(Line next) {}

    /** That other socket broke: it speaks on the current one again. */
    default void backTo(Line old) {}

    /** That other socket is the current one now. */
    default void changedOver() {}

    /** Whether this was shown before, on another socket. */
    default boolean knows(Seq seq) {
        return false;
    }

    /** Whether more than this was shown. */
    default boolean isBehind(Seq seq) {
        return false;
    }

    /** Whether more of a step is to come on the current socket. */
    default boolean inStep() {
        return false;
    }
}
