package io.liaptui.api.log;

import io.liaptui.api.Settings;
import io.liaptui.common.archive.ArchiveKeys;
import io.liaptui.common.archive.ArchiveStore;
import io.liaptui.common.archive.ArchiveStores;
import io.liaptui.common.archive.ArchivedRoom;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.room.RoomStatus;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Fetches games that are over from the archive, where nodes put them before Redis forgets them. Whatever is there is
 * over, so its status is {@code archived} and nobody needs to prove a seat.
 */
@Singleton
class Archive {
    /** For all that a request asks of it; well below the function's own time, so that the caller hears why. */
    private static final Duration LIMIT = Duration.ofSeconds(6);

    private final Optional<ArchiveStore> store;

    @Inject
    Archive(Settings settings) {
        // Files may block, so they are left to the worker threads
        store = settings.archive().equals(Settings.OFF)
                ? Optional.empty()
                : Optional.of(ArchiveStores.open(settings.archive(), Infrastructure.getDefaultWorkerPool()));
    }

    /**
     * The newest room that had this id; empty if none was archived. Fails with {@link ArchiveAway}, or with
     * {@link DamagedArchive}.
     */
    Uni<Optional<ArchivedRoom>> newest(RoomId room) {
        return store.map(there -> newest(there, room))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    /** What is stored of it beside its log. */
    static StoredRoom stored(ArchivedRoom room) {
        return new StoredRoom(
                room.room(), RoomStatus.ARCHIVED.text(), room.game(), room.events(), room.created(), "", Map.of());
    }

    private static Uni<Optional<ArchivedRoom>> newest(ArchiveStore store, RoomId room) {
        return Uni.createFrom()
                .completionStage(() -> store.list(ArchiveKeys.folder(room)).thenCompose(names -> names.stream()
                        .filter(name -> ArchiveKeys.created(name).isPresent())
                        .max(Comparator.naturalOrder())
                        .map(name -> store.get(name).thenApply(found -> found.map(bytes -> read(room, name, bytes))))
                        .orElseGet(() -> CompletableFuture.completedStage(Optional.empty()))))
                .ifNoItem()
                .after(LIMIT)
                .fail()
                .onFailure(failure -> failure instanceof UncheckedIOException || failure instanceof TimeoutException)
                .transform(ArchiveAway::new);
    }

    private static ArchivedRoom read(RoomId room, String name, byte[] bytes) {
        try {
            return ArchivedRoom.read(bytes);
        } catch (IllegalArgumentException e) {
            throw new DamagedArchive(room, name, e);
        }
    }
}
