package io.liaptui.api.history;

import io.liaptui.api.Settings;
import io.liaptui.common.archive.ArchiveKeys;
import io.liaptui.common.archive.ArchiveStore;
import io.liaptui.common.archive.ArchivedRoom;
import io.liaptui.common.archive.FolderStore;
import io.liaptui.common.history.Entry;
import io.liaptui.common.history.StoredEvent;
import io.liaptui.common.ids.RoomId;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Fetches pages of games that are over from the archive, where nodes put them before Redis forgets them. Whatever is
 * there is over, so its status is {@code archived} and nobody needs to prove a seat.
 */
@Singleton
class Archive {
    private static final String STATUS = "archived";

    private final Optional<ArchiveStore> store;

    @Inject
    Archive(Settings settings) {
        // Files may block, so they are left to the worker threads
        store = settings.archive().equals(Settings.OFF)
                ? Optional.empty()
                : Optional.of(new FolderStore(Path.of(settings.archive()), Infrastructure.getDefaultWorkerPool()));
    }

    /**
     * Events after {@code since} of the newest room that had this id: {@code limit} or somewhat more, or some {@code
     * bytes} of them. Empty if no such room was archived.
     */
    Uni<Optional<Page>> page(RoomId room, long since, int limit, int bytes) {
        return store.map(there -> newest(there, room).map(found -> found.map(kept -> page(kept, since, limit, bytes))))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private static Uni<Optional<ArchivedRoom>> newest(ArchiveStore store, RoomId room) {
        return Uni.createFrom().completionStage(() -> store.list(ArchiveKeys.folder(room))
                .thenCompose(names -> names.isEmpty()
                        ? CompletableFuture.completedStage(Optional.<byte[]>empty())
                        : store.get(names.getLast()))
                .thenApply(found -> found.map(ArchivedRoom::read)));
    }

    private static Page page(ArchivedRoom room, long since, int limit, int bytes) {
        List<Entry> entries = new ArrayList<>();
        long size = 0;
        for (Entry entry : room.entries()) {
            int events = entry.events().size();
            if (events == 0 || entry.firstEvent() + events - 1 <= since) {
                continue;
            }
            long first =
                    entries.isEmpty() ? entry.firstEvent() : entries.getFirst().firstEvent();
            long length = length(entry);
            boolean full = entry.firstEvent() > Math.max(since + 1, first) + limit - 1 || size + length > bytes;
            if (!entries.isEmpty() && full) {
                break;
            }
            entries.add(entry);
            size += length;
        }
        return new Page(STATUS, room.events(), Map.of(), entries);
    }

    private static long length(Entry entry) {
        return entry.events().stream()
                .map(StoredEvent::toJson)
                .mapToLong(event -> event.toString().length())
                .sum();
    }
}
