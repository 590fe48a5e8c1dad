package io.liaptui.ws.ops;

import io.liaptui.ws.ownership.MoveSettings;

/** Reads how rooms are claimed and given away. */
final class MoveOptions {
    private MoveOptions() {}

    /**
     * @throws IllegalArgumentException with what is wrong, for the operator
     */
    static MoveSettings read(Settings.Moves moves) {
        return new MoveSettings(
                moves.claims(),
                moves.judgeAfter(),
                moves.othersAfter(),
                moves.own(),
                moves.sweep(),
                moves.askAgain(),
                moves.claimAnyway(),
                moves.handOvers(),
                moves.drainWithin());
    }
}
