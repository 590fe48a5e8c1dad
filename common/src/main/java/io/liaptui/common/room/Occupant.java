package io.liaptui.common.room;

/** Who has a seat. */
public sealed interface Occupant {
    String name();

    /** Does a bot decide for this seat now? */
    boolean isPlayedByBot();

    /**
     * A person.
     *
     * @param avatarColor distinct among the humans of a room
     * @param away absent, so that a stand-in bot decides until the return
     */
    record Human(String name, String avatarColor, boolean away) implements Occupant {
        @Override
        public boolean isPlayedByBot() {
            return away;
        }
    }

    /** A bot from the start. */
    record Bot(String name) implements Occupant {
        @Override
        public boolean isPlayedByBot() {
            return true;
        }
    }
}
