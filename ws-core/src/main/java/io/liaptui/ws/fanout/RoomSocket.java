package io.liaptui.ws.fanout;

/** A socket as a room's audience sees it. Threading: any thread; nothing may block. */
public interface RoomSocket {
    /** Unique among all sockets of all nodes. */
    String id();

    void deliver(String message);

    /** The room has no use for this socket any more. */
    void close(int code, String reason);

    /** There is no such room, or not any more. */
    void roomGone();
}
