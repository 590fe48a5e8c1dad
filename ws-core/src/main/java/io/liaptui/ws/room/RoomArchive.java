package io.liaptui.ws.room;

import io.liaptui.common.ids.RoomId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Where a finished room is kept for good before its keys expire. Threading: any thread; nothing blocks. */
@FunctionalInterface
public interface RoomArchive {
    /** Keeps nothing. */
    RoomArchive NONE = new RoomArchive() {
        @Override
        public CompletionStage<Boolean> keep(RoomId room) {
            return CompletableFuture.completedStage(true);
        }

        @Override
        public boolean isKept() {
            return false;
        }
    };

    /**
     * Writes the room's whole log; the same bytes every time, so that it may be repeated.
     *
     * @return true if it is kept, or need not be; false to be asked again later
     */
    CompletionStage<Boolean> keep(RoomId room);

    /** Can a game be read here after {@link #keep} said true? If not, the journal has to keep it for a while. */
    default boolean isKept() {
        return true;
    }

    /**
     * The end of a room's game is stored; players may still look at the result. Returns at once. May be left out if the
     * owner dies at that moment: {@link #keep} comes in any case.
     */
    default void finished(RoomId room) {}
}
