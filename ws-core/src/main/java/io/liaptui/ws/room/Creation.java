package io.liaptui.ws.room;

import java.util.Optional;

/** What came of the wish for a new room. */
public enum Creation {
    MADE(""),
    /** By chance another room has the id: draw a new one. */
    TAKEN("The server found no free name for the room. Please try again."),
    /** This node is about to go, or has just come. */
    NOT_NOW("This server takes no new rooms at the moment. Please try again."),
    TOO_MANY(
            "Too many rooms were made from your network and are still open. Please close one, or wait until a game is over."),
    FULL("The server is full. Please try again when a game is over, or join a room."),
    /** Games that run need what memory is left. */
    NO_MEMORY(
            "The server is short of memory and makes no new rooms at the moment. Games go on, and rooms can be joined.");

    private final String message;

    Creation(String message) {
        this.message = message;
    }

    /** For the player. */
    public String message() {
        return message;
    }

    /** What a lobby should say before anybody tries; empty if a room can be made, as far as can be told of everybody. */
    Optional<String> notice() {
        return this == FULL || this == NO_MEMORY ? Optional.of(message) : Optional.empty();
    }
}
