package io.liaptui.ws.journal;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.room.RoomStatus;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * The lists of rooms. Hints only: what the hashes say is true, and owners write their rooms' places again from time to
 * time. Stages fail with {@link JournalAway} after 1 s.
 */
public interface RoomIndex {
    /** Which list a room stands in. */
    enum Shelf {
        OPEN,
        LIVE,
        DONE;

        /**
         * Where a room of this status stands. One that is closed by its rules, and not yet by the journal, is still
         * listed: should its node die now, the next one must find it.
         */
        public static Shelf of(RoomStatus status) {
            return switch (status) {
                case OPEN -> OPEN;
                case RUNNING -> LIVE;
                case FINISHED, ARCHIVED, CLOSED, BROKEN -> DONE;
            };
        }
    }

    /** Puts the room on this shelf and off the others. */
    CompletionStage<Void> place(RoomId room, Shelf shelf, long touched);

    /** Takes the room off all shelves. */
    CompletionStage<Void> remove(RoomId room);

    /** The hashes of the newest rooms on a shelf; ghosts (no hash) are left out. Two round trips. */
    CompletionStage<Map<RoomId, Map<String, String>>> list(Shelf shelf, int limit);

    /** Adds to the superset of rooms that a node owns; must be answered before a create or claim is sent. */
    CompletionStage<Void> expect(NodeId node, RoomId room);

    /** Takes rooms out of that set. */
    CompletionStage<Void> release(NodeId node, List<RoomId> rooms);

    /** That set. */
    CompletionStage<Set<RoomId>> roomsOf(NodeId node);
}
