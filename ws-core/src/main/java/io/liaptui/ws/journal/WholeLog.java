package io.liaptui.ws.journal;

import io.liaptui.common.history.Entry;
import io.liaptui.common.ids.RoomId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Reads all of a log, in pages small enough for the reads of others to pass between. */
public record WholeLog(RoomLog log) {
    private static final int PAGE = 200;

    /** Fails as {@link RoomLog#after} does. */
    public CompletionStage<List<Entry>> read(RoomId room) {
        return read(room, new ArrayList<>());
    }

    private CompletionStage<List<Entry>> read(RoomId room, List<Entry> entries) {
        long version = entries.isEmpty() ? 0 : entries.getLast().version();
        return log.after(room, version, PAGE).thenCompose(page -> {
            entries.addAll(page);
            return page.size() < PAGE ? CompletableFuture.completedStage(entries) : read(room, entries);
        });
    }
}
