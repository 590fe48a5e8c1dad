package io.liaptui.ws.room;

import io.liaptui.common.room.RoomStatus;
import io.liaptui.ws.journal.Fence;
import io.liaptui.ws.journal.RoomJournal;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** What one room asks of the journal; every answer comes back as an input. Threading: the room's thread asks. */
final class RoomStore {
    private static final Logger LOG = Logger.getLogger(RoomStore.class);

    private final Fence fence;
    private final RoomParts parts;
    private final Consumer<RoomInput> room;

    RoomStore(Fence fence, RoomParts parts, Consumer<RoomInput> room) {
        this.fence = fence;
        this.parts = parts;
        this.room = room;
    }

    /** Adds a batch after version {@code expected}; waits as long as the journal is away. */
    void append(Batch batch, long expected) {
        parts.journal()
                .append(fence, expected, batch.entries(), RoomRecord.write(batch, fence, parts))
                .whenComplete((answer, failure) -> {
                    if (answer != null) {
                        room.accept(new RoomInput.Written(answer));
                    } else {
                        LOG.errorf(failure, "room %s: an append ended without an answer", fence.room());
                        room.accept(new RoomInput.Written(new RoomJournal.Append.Corrupt(expected)));
                    }
                });
    }

    /** Is the room still ours? */
    void check() {
        parts.journal()
                .check(fence)
                .whenComplete((answer, failure) ->
                        room.accept(answer != null ? new RoomInput.Checked(answer) : new RoomInput.CheckFailed()));
    }

    /** Nothing more happens; the journal lets the keys expire. */
    void close(long version) {
        parts.journal()
                .close(fence, version, RoomStatus.CLOSED.text())
                .whenComplete((answer, failure) -> room.accept(new RoomInput.Ended()));
    }
}
