package io.liaptui.box.moves;

/**
 * A declaration, a play or an answer about a redeal, wherever it was read.
 *
 * @param round from 1
 * @param turn from 1; 0 for declarations, which come before the turns; minus the multiplier for answers about a redeal,
 *     which come before those
 * @param player name
 * @param what the value declared, the pieces as the wire names them, or whether new pieces were asked for
 */
public record Move(int round, int turn, String player, String what) {
    /** A declaration. */
    public static Move declared(int round, String player, String value) {
        return new Move(round, 0, player, value);
    }

    /** An answer about a redeal, at the multiplier of the deal it is about. */
    public static Move redeal(int round, int multiplier, String player, boolean accepted) {
        return new Move(round, -multiplier, player, String.valueOf(accepted));
    }

    /** The same occasion, whatever was done. */
    public String occasion() {
        String when = turn > 0 ? ", turn " + turn : turn == 0 ? ", declaration" : ", redeal " + -turn;
        return "round " + round + when + ", " + player;
    }
}
