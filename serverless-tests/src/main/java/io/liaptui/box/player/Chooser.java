package io.liaptui.box.player;

import java.util.List;
import java.util.Set;

/** What a scripted player does when it is its turn. Must be quick: it is called on an event loop. */
public interface Chooser {
    /** Whether to ask for new pieces for a weak hand. */
    boolean redeal(List<String> hand);

    /** How many piles to promise, 0 to 8, none of the forbidden. */
    int declare(List<String> hand, Set<Integer> forbidden);

    /**
     * Which pieces to play.
     *
     * @param hand as last sent by the server
     * @param required how many; 0 when leading, which takes a valid set of 1 to 6
     * @return positions in the hand; none to hesitate: then it is asked again with the next view of the same question,
     *     in any case after a return, and by {@link ScriptedPlayer#askAgain}
     */
    List<Integer> play(List<String> hand, int required);
}
