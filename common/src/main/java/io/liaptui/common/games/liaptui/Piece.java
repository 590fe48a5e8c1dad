package io.liaptui.common.games.liaptui;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece by name and colour. Copies of one kind are worth the same and need no identity: a hand is a list, and playing
 * one of two equal pieces removes one entry.
 */
public enum Piece {
    GENERAL_RED(Rank.GENERAL, Colour.RED),
    GENERAL_BLACK(Rank.GENERAL, Colour.BLACK),
    ADVISOR_RED(Rank.ADVISOR, Colour.RED),
    ADVISOR_BLACK(Rank.ADVISOR, Colour.BLACK),
    ELEPHANT_RED(Rank.ELEPHANT, Colour.RED),
    ELEPHANT_BLACK(Rank.ELEPHANT, Colour.BLACK),
    CHARIOT_RED(Rank.CHARIOT, Colour.RED),
    CHARIOT_BLACK(Rank.CHARIOT, Colour.BLACK),
    HORSE_RED(Rank.HORSE, Colour.RED),
    HORSE_BLACK(Rank.HORSE, Colour.BLACK),
    CANNON_RED(Rank.CANNON, Colour.RED),
    CANNON_BLACK(Rank.CANNON, Colour.BLACK),
    SOLDIER_RED(Rank.SOLDIER, Colour.RED),
    SOLDIER_BLACK(Rank.SOLDIER, Colour.BLACK);

    /** A piece worth more than this keeps a hand from being weak. */
    static final int STRONGEST_WEAK_VALUE = 9;

    private static final List<Piece> DECK = deckInOrder();

    private final Rank rank;
    private final Colour colour;
    private final int value;

    Piece(Rank rank, Colour colour) {
        this.rank = rank;
        this.colour = colour;
        this.value = rank.value(colour);
    }

    public Rank rank() {
        return rank;
    }

    public Colour colour() {
        return colour;
    }

    /** 1 to 14, different for each kind. */
    public int value() {
        return value;
    }

    boolean isStrong() {
        return value > STRONGEST_WEAK_VALUE;
    }

    /** As written in messages and logs: {@code HORSE_RED(6)}. */
    public String text() {
        return name() + '(' + value + ')';
    }

    /**
     * Reads {@link #text}.
     *
     * @throws IllegalArgumentException if no piece is written so
     */
    public static Piece parse(String text) {
        for (Piece piece : values()) {
            if (piece.text().equals(text)) {
                return piece;
            }
        }
        throw new IllegalArgumentException("not a piece: " + text);
    }

    /** All 32 pieces, unshuffled. */
    public static List<Piece> deck() {
        return DECK;
    }

    /** The plain sum of values. */
    public static int sum(List<Piece> pieces) {
        int sum = 0;
        for (Piece piece : pieces) {
            sum += piece.value;
        }
        return sum;
    }

    private static List<Piece> deckInOrder() {
        List<Piece> deck = new ArrayList<>();
        for (Piece piece : values()) {
            for (int copy = 0; copy < piece.rank.copies(); copy++) {
                deck.add(piece);
            }
        }
        return List.copyOf(deck);
    }
}
