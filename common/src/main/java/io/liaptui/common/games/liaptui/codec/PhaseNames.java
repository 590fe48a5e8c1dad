package io.liaptui.common.games.liaptui.codec;

/** The names of phases in stored states; never changed once written. */
final class PhaseNames {
    static final String NOT_BEGUN = "not_begun";
    static final String DEALING = "dealing";
    static final String ASKING = "asking";
    static final String STARTING = "starting";
    static final String DECLARING = "declaring";
    static final String PLAYING = "playing";
    static final String REVEALING = "revealing";
    static final String TURN_RESULT = "turn_result";
    static final String SCORED = "scored";
    static final String OVER = "over";

    private PhaseNames() {}
}
