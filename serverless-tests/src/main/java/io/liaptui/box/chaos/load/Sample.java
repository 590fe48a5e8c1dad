package io.liaptui.box.chaos.load;

import io.liaptui.box.player.Dialect;
import java.util.OptionalLong;

/**
 * What one player saw around one fault. Times in nanoseconds; those that did not happen are empty.
 *
 * @param room of the game
 * @param socket the player's own address and port, of the one it had when the fault began
 * @param dialect which client it is
 * @param cut whether that socket was closed from outside
 * @param gap if another socket took over from one whose node went: without any that was open or had shown everything
 * @param stall the longest time from an accepted input or due timer to its frame
 * @param longest what it was that took so long, for people
 * @param firstFrame from the fault to the first view that a new owner can have sent
 * @param back from the close of the socket to the first view on another one
 * @param firstMove the same to the first own accepted move, without the time of thinking, if the player was asked at once
 */
public record Sample(
        String room,
        String socket,
        Dialect dialect,
        boolean cut,
        OptionalLong gap,
        long stall,
        String longest,
        OptionalLong firstFrame,
        OptionalLong back,
        OptionalLong firstMove) {}
