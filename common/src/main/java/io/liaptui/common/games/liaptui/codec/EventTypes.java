package io.liaptui.common.games.liaptui.codec;

/** The types of stored events; never changed once written. */
final class EventTypes {
    static final String BEGUN = LiapTuiCodec.PREFIX + "begun";
    static final String DEALT = LiapTuiCodec.PREFIX + "dealt";
    static final String WEAK_HANDS_FOUND = LiapTuiCodec.PREFIX + "weak_hands_found";
    static final String REDEAL_ANSWERED = LiapTuiCodec.PREFIX + "redeal_answered";
    static final String REDEAL_WARNED = LiapTuiCodec.PREFIX + "redeal_warned";
    static final String REDEAL_LAPSED = LiapTuiCodec.PREFIX + "redeal_lapsed";
    static final String REDEALT = LiapTuiCodec.PREFIX + "redealt";
    static final String ROUND_STARTED = LiapTuiCodec.PREFIX + "round_started";
    static final String DECLARATIONS_OPENED = LiapTuiCodec.PREFIX + "declarations_opened";
    static final String DECLARED = LiapTuiCodec.PREFIX + "declared";
    static final String TURN_STARTED = LiapTuiCodec.PREFIX + "turn_started";
    static final String PLAYED = LiapTuiCodec.PREFIX + "played";
    static final String TURN_COMPLETED = LiapTuiCodec.PREFIX + "turn_completed";
    static final String ROUND_SCORED = LiapTuiCodec.PREFIX + "round_scored";
    static final String GAME_ENDED = LiapTuiCodec.PREFIX + "game_ended";

    private EventTypes() {}
}
