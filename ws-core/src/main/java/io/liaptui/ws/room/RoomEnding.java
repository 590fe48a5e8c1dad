package io.liaptui.ws.room;

import io.liaptui.common.ids.RoomId;
import io.liaptui.ws.journal.Ending;
import java.time.Duration;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * The end of a room: what was played is kept in the archive first, and only then the journal lets the keys expire. Should
 * this node die between, the next owner finds the room finished and does the same again. Threading: the room's thread.
 */
final class RoomEnding {
    private static final Logger LOG = Logger.getLogger(RoomEnding.class);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(1);
    private static final Duration LIMIT = Duration.ofHours(24);

    private final RoomId id;
    private final RoomParts parts;
    private final Consumer<RoomInput> room;
    private final Consumer<Ending> close;
    private long began = -1;
    private Duration retry = FIRST_RETRY;

    /**
     * @param close asks the journal to close the room in this way
     */
    RoomEnding(RoomId id, RoomParts parts, Consumer<RoomInput> room, Consumer<Ending> close) {
        this.id = id;
        this.parts = parts;
        this.room = room;
        this.close = close;
    }

    /** Begins once, however often it is asked to. */
    void begin(RoomMemory memory) {
        if (began < 0) {
            began = parts.timers().now();
            if (memory.room().startedAt() == 0) {
                close.accept(Ending.UNPLAYED);
            } else {
                keep();
            }
        }
    }

    /** The archive answered; {@code free} if the journal may be asked now. */
    void archived(boolean kept, boolean free) {
        if (kept && free) {
            close.accept(parts.archive().isKept() ? Ending.ARCHIVED : Ending.UNKEPT);
        } else if (!kept && free && parts.timers().now() - began >= LIMIT.toMillis()) {
            LOG.errorf("ALARM room %s is closed without an archive: none took it for %s", id, LIMIT);
            close.accept(Ending.UNKEPT);
        } else {
            // Asking again when it is kept already is harmless, and rare
            parts.timers().after(retry, this::keep);
            retry = retry.multipliedBy(2).compareTo(LONGEST_RETRY) < 0 ? retry.multipliedBy(2) : LONGEST_RETRY;
        }
    }

    private void keep() {
        parts.archive().keep(id).whenComplete((kept, failure) -> {
            if (failure != null) {
                LOG.warnf("room %s is not archived yet: %s", id, failure.getMessage());
            }
            room.accept(new RoomInput.Archived(failure == null && kept));
        });
    }
}
