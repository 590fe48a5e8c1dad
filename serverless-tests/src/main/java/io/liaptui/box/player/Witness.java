package io.liaptui.box.player;

/** Is told what happens to a player, on the player's event loop; must be quick. Does nothing unless overridden. */
public interface Witness {
    /** Sees nothing. */
    Witness NONE = new Witness() {};

    /**
     * A socket is open.
     *
     * @param localSocket the player's own address and port, by which the front door knows the socket
     */
    default void opened(String localSocket) {}

    /** The server said something on the player's current socket. */
    default void received(Frame frame) {}

    /**
     * The player answered what the game asked.
     *
     * @param occasion the same for the same question, also when it is answered again
     */
    default void answered(String occasion) {}

    /**
     * The current socket was closed without the player wanting it.
     *
     * @param code of the close frame, 1006 if there was none
     */
    default void closed(int code) {}

    /**
     * The node of the current socket went, and another one took over that was opened before.
     *
     * @param localSocket of the other one
     * @param gapNanos from the end of the first to the moment when the other had shown everything; 0 if that came before
     */
    default void movedOn(String localSocket, long gapNanos) {}

    /** A socket could not be opened. */
    default void refused(Throwable why) {}

    /** What the server said breaks the protocol; for people. */
    default void wrong(String what) {}

    /** The player opens another socket for the seat, beside the one that is open. */
    default void takesOver() {}

    /** The older of the two was closed from outside. */
    default void olderClosed() {}

    /** At the end of the game the older of the two was still open. */
    default void twoSockets() {}
}
