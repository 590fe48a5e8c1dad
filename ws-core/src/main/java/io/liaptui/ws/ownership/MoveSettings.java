package io.liaptui.ws.ownership;

import java.time.Duration;

/**
 * How rooms are claimed and given away: docs/ownership.md 6, 7 and 13.
 *
 * @param claims in flight at once
 * @param judgeAfter good rounds in a row before this node claims anything
 * @param othersAfter how long the first in rank is alone with a dead node's room; as long again until nodes claim that
 *     should rather not have it
 * @param own from one look at the rooms named to this node to the next
 * @param sweep from one look through all lists to the next
 * @param askAgain from one look at a room that somebody waits for to the next
 * @param claimAnyway how long somebody waits for a room before this node claims it whatever its rank
 * @param handOvers at most at once to one successor
 * @param drainWithin what did not move until then stays in the journal
 */
public record MoveSettings(
        int claims,
        int judgeAfter,
        Duration othersAfter,
        Duration own,
        Duration sweep,
        Duration askAgain,
        Duration claimAnyway,
        int handOvers,
        Duration drainWithin) {
    /** As the protocol says. */
    public static final MoveSettings STANDARD = new MoveSettings(
            64,
            8,
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(60),
            Duration.ofMillis(250),
            Duration.ofSeconds(3),
            50,
            Duration.ofSeconds(90));

    public MoveSettings {
        if (claims < 1 || handOvers < 1) {
            throw new IllegalArgumentException("liap.moves.claims and liap.moves.hand-overs must be at least 1");
        }
    }
}
