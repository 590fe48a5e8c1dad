package io.liaptui.box.player;

/** Which client a scripted player is. */
public enum Dialect {
    /** The existing one: no numbers, a new socket when the game begins, a full view after each return. */
    EXISTING,

    /** Ours, {@code liap.v2}: numbered steps and commands, and what it missed after a return. */
    OWN
}
