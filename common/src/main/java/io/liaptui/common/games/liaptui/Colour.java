package io.liaptui.common.games.liaptui;

/** The two colours of pieces, sixteen of each. */
public enum Colour {
    RED,
    BLACK
}
