package io.liaptui.ws.leaderboard;

import io.liaptui.common.board.GameScore;
import io.liaptui.common.ids.PlayerName;
import java.util.concurrent.CompletionStage;

/**
 * Where finished games are counted. Threading: any thread; stages complete on a thread that must not be blocked, and fail
 * with {@link io.liaptui.ws.journal.JournalAway} if it cannot be reached.
 */
public interface Leaderboard {
    /** Counts a game once, however often it is asked to; true if this call did it. */
    CompletionStage<Boolean> count(GameScore score);

    /** Forgets a player of a game, whose games are not counted again; true if there was one. */
    CompletionStage<Boolean> forget(String game, PlayerName player);
}
