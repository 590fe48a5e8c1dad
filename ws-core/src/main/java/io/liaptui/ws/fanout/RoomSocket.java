package io.liaptui.ws.fanout;

import java.util.List;

/** A socket as a room's audience sees it. Threading: any thread; nothing may block. */
public interface RoomSocket {
    /** Unique among all sockets of all nodes. */
    String id();

    /**
     * One step, or everything.
     *
     * @param messages in order; may be none
     * @param now how far the socket has seen the room with these
     * @param full they show everything, whatever was shown before
     * @param rewound the version is lower than one shown before: moves were lost with the storage
     */
    void deliver(List<String> messages, Shown now, boolean full, boolean rewound);

    /** The room has no use for this socket any more. */
    void close(int code, String reason);

    /** There is no such room, or not any more. */
    void roomGone();
}
