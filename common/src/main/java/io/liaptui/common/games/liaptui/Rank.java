package io.liaptui.common.games.liaptui;

/** The names of pieces, strongest first. */
public enum Rank {
    GENERAL(14, 1, Group.PALACE),
    ADVISOR(12, 2, Group.PALACE),
    ELEPHANT(10, 2, Group.PALACE),
    CHARIOT(8, 2, Group.FIELD),
    HORSE(6, 2, Group.FIELD),
    CANNON(4, 2, Group.FIELD),
    SOLDIER(2, 5, Group.NONE);

    private final int redValue;
    private final int copies;
    private final Group group;

    Rank(int redValue, int copies, Group group) {
        this.redValue = redValue;
        this.copies = copies;
        this.group = group;
    }

    /** How many pieces of this name each colour has. */
    public int copies() {
        return copies;
    }

    /** A black piece is worth one less than the red one. */
    int value(Colour colour) {
        return colour == Colour.RED ? redValue : redValue - 1;
    }

    Group group() {
        return group;
    }

    /** Three names that make a straight together. */
    enum Group {
        PALACE,
        FIELD,
        NONE
    }
}
