package io.liaptui.ws.journal;

import io.liaptui.common.history.Entry;
import io.liaptui.common.ids.RoomId;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Reads the log of a room, whoever runs it. Threading as in {@link RoomJournal}; stages fail with {@link JournalAway}
 * after 1 s, and with {@link IllegalArgumentException} if an entry cannot be read.
 */
public interface RoomLog {
    /**
     * The entries after a version, the oldest first, at most {@code limit}; fewer only at the end of the log. Versions
     * that the journal lost are missing.
     */
    CompletionStage<List<Entry>> after(RoomId room, long version, int limit);
}
