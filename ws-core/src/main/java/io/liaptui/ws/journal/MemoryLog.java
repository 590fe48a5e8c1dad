package io.liaptui.ws.journal;

import io.liaptui.common.history.Entry;
import io.liaptui.common.ids.RoomId;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The logs of a {@link MemoryJournal}; threads as there. */
public final class MemoryLog implements RoomLog {
    private final MemoryJournal journal;

    public MemoryLog(MemoryJournal journal) {
        this.journal = journal;
    }

    @Override
    public CompletionStage<List<Entry>> after(RoomId id, long version, int limit) {
        return journal.store().run(() -> {
            MemoryRoom room = journal.store().room(id);
            return room == null
                    ? List.of()
                    : room.log.stream()
                            .filter(entry -> entry.version() > version)
                            .limit(limit)
                            .map(entry -> Entry.read(entry.id(), entry.fields()))
                            .toList();
        });
    }
}
