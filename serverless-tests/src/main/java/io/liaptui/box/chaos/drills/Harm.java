package io.liaptui.box.chaos.drills;

/** What becomes of the victims of a fault. */
public enum Harm {
    /** Their processes end at once: their rooms need new owners, their sockets are closed. */
    DIES,
    /** Their rooms need new owners, and their sockets hang. */
    HANGS,
    /** They give their rooms away, or keep them; their sockets are closed. */
    LEAVES,
    /** They have to go on as they are, and none may end. */
    STAYS
}
