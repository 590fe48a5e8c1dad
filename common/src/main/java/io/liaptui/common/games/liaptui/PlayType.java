package io.liaptui.common.games.liaptui;

/** What a set of pieces is; the names are those of the wire. Only plays of the starter's type can win a turn. */
public enum PlayType {
    SINGLE,
    PAIR,
    THREE_OF_A_KIND,
    STRAIGHT,
    FOUR_OF_A_KIND,
    EXTENDED_STRAIGHT,
    EXTENDED_STRAIGHT_5,
    FIVE_OF_A_KIND,
    DOUBLE_STRAIGHT,
    /** Anything else: cannot start a turn and cannot win one. */
    INVALID
}
