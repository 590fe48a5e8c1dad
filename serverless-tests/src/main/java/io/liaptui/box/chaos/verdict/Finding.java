package io.liaptui.box.chaos.verdict;

/**
 * Something that must not be, or must be said.
 *
 * @param room it is about; empty if about none
 * @param text for people
 */
public record Finding(Kind kind, String room, String text) {
    /** What is wrong. */
    public enum Kind {
        /** A player was shown a move that the history does not have. */
        LOST_MOVE("lost moves", true),
        /** Two moves at one occasion. */
        DOUBLED_MOVE("doubled moves", true),
        /** The history has moves in another order than a player saw them. */
        REORDERED_MOVE("moves in another order", true),
        /** An entry of a log is another than before, is missing, or was written by an older owner than the one before. */
        BROKEN_LOG("broken logs", true),
        /** A player was shown less than before. */
        WENT_BACK("views that went back", true),
        /** Steps that do not follow one another, at a player with our own protocol. */
        BROKEN_STEPS("steps out of order", true),
        /** A player was shown what belongs to another seat. */
        SECRET_SHOWN("secrets shown", true),
        /** An older socket of a seat that was never closed. */
        TWO_SOCKETS("seats with two sockets", true),
        /** A game that ended early, or stands still. */
        DROPPED_GAME("dropped games", true),
        /** A player was sent away, or not shown the end, though others saw it. */
        SENT_AWAY("players sent away", true),
        /** A node runs a room that it does not own. */
        TWIN("twins", true),
        /** A list names a room that is not there. */
        GHOST("ghosts", true),
        /** A room that no list names, or whose owner is not there. */
        HIDDEN("hidden rooms", true),
        /** A node that left or ended although nothing asked for it. */
        NODE_LEFT("nodes that did not stay", true),
        /** What one client can make others carry has no end. */
        UNBOUNDED("bounds that were passed", true),
        /** A node needs more memory than is right; other things need memory, too. */
        GREW("nodes that grew by more than they should", false),
        /** A game whose history could not be read: not compared. */
        NOT_COMPARED("games not compared", true),
        /** A room that changed its owner more often than the fault asked for. */
        MOVED_AGAIN("rooms moved more than once", false),
        /** Versions that Redis lost and no owner had; the moves in them were compared before. */
        HOLE("holes in histories", false);

        private final String plural;
        private final boolean fatal;

        Kind(String plural, boolean fatal) {
            this.plural = plural;
            this.fatal = fatal;
        }

        /** For tables. */
        public String plural() {
            return plural;
        }

        /** Whether the verdict is "failed" because of it. */
        public boolean fatal() {
            return fatal;
        }
    }
}
