package io.liaptui.box.journeys;

/**
 * A declaration or a play, wherever it was read.
 *
 * @param round from 1
 * @param turn from 1; 0 for declarations, which come before the turns
 * @param player name
 * @param what the value declared, or the pieces as the wire names them
 */
record Move(int round, int turn, String player, String what) {
    /** The same occasion, whatever was done. */
    String occasion() {
        return "round " + round + (turn == 0 ? ", declaration" : ", turn " + turn) + ", " + player;
    }
}
