package io.liaptui.common.protocol;

/** Why the server closes a socket (docs/protocol.md 18). Only {@link #LEFT} keeps the existing client from returning. */
public enum CloseCode {
    /** Left, replaced by a newer socket, removed, or the room is gone. */
    LEFT(1000),
    /** Binary frames are not part of the protocol. */
    BINARY(1003),
    /** Too many messages for too long. */
    RATE(1008),
    /** A message above 8 KB. */
    TOO_BIG(1009),
    /** A defect of ours. */
    DEFECT(1011),
    /** The node goes away; another one is there. */
    DRAIN(1012),
    /** The node is isolated or full. */
    TRY_LATER(1013),
    /** The client reads too slowly; it may come back and resync. */
    SLOW(4008);

    private final int code;

    CloseCode(int code) {
        this.code = code;
    }

    /** The number in the close frame. */
    public int code() {
        return code;
    }
}
