package io.liaptui.ws.archive;

import io.liaptui.common.archive.ArchiveKeys;
import io.liaptui.common.archive.ArchiveStore;
import io.liaptui.common.archive.ArchivedRoom;
import io.liaptui.common.history.Entry;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.RoomFields;
import io.liaptui.common.room.RoomStatus;
import io.liaptui.common.room.codec.RoomCodec;
import io.liaptui.ws.journal.RoomJournal;
import io.liaptui.ws.journal.RoomLog;
import io.liaptui.ws.journal.WholeLog;
import io.liaptui.ws.measure.Measures;
import io.liaptui.ws.room.RoomArchive;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * Reads a finished room's log from the journal and writes it into the archive. What is written depends on the log alone,
 * which does not change any more: a room whose owner died in between is archived again by the next one, as the same
 * bytes under the same name. A room in which no game ever began is not kept.
 *
 * <p>At most {@value #AT_ONCE} rooms at once, so that a wave of endings holds no heap full of logs; who comes then is to
 * ask again. Threading: any thread; nothing blocks.
 */
public final class LogArchive implements RoomArchive {
    private static final Logger LOG = Logger.getLogger(LogArchive.class);
    private static final int AT_ONCE = 16;

    private final Semaphore turns = new Semaphore(AT_ONCE);
    private final RoomJournal journal;
    private final WholeLog log;
    private final ArchiveStore store;
    private final Executor worker;
    private final Measures measures;

    /**
     * @param worker encodes and compresses
     */
    public LogArchive(RoomJournal journal, RoomLog log, ArchiveStore store, Executor worker, Measures measures) {
        this.journal = journal;
        this.log = new WholeLog(log);
        this.store = store;
        this.worker = worker;
        this.measures = measures;
    }

    @Override
    public CompletionStage<Boolean> keep(RoomId room) {
        if (!turns.tryAcquire()) {
            return CompletableFuture.completedStage(false);
        }
        return journal.look(room).thenCompose(hash -> keep(room, hash)).handle((kept, failure) -> {
            turns.release();
            if (failure != null) {
                LOG.warnf("room %s is not archived yet: %s", room, failure.getMessage());
                measures.archived(false);
            }
            return failure == null && kept;
        });
    }

    private CompletionStage<Boolean> keep(RoomId room, Optional<Map<String, String>> found) {
        Map<String, String> hash = found.orElse(Map.of());
        String status = hash.getOrDefault(RoomFields.STATUS, "lost");
        return switch (RoomStatus.of(status).orElse(RoomStatus.OPEN)) {
            case FINISHED -> log.read(room).thenComposeAsync(entries -> write(room, hash, entries), worker);
            // Somebody else ended it, which is done after archiving only
            case ARCHIVED, CLOSED, BROKEN -> CompletableFuture.completedStage(true);
            case OPEN, RUNNING -> throw new IllegalStateException("its status in the journal is " + status);
        };
    }

    private CompletionStage<Boolean> write(RoomId room, Map<String, String> hash, List<Entry> entries) {
        long version = Long.parseLong(hash.getOrDefault(RoomFields.VERSION, "0"));
        if (entries.isEmpty() || entries.getLast().version() != version) {
            throw new IllegalStateException("its log does not reach version " + version);
        }
        if (entries.stream().noneMatch(LogArchive::isOfAGame)) {
            return CompletableFuture.completedStage(true);
        }
        long created = Long.parseLong(hash.getOrDefault(RoomFields.CREATED, "0"));
        ArchivedRoom whole = ArchivedRoom.of(room, hash.getOrDefault(RoomFields.GAME, ""), created, entries);
        return store.put(ArchiveKeys.name(room, created), whole.bytes()).thenApply(done -> {
            LOG.debugf("room %s is archived: %d entries", room, entries.size());
            measures.archived(true);
            return true;
        });
    }

    private static boolean isOfAGame(Entry entry) {
        return entry.events().stream().anyMatch(event -> !event.type().startsWith(RoomCodec.PREFIX));
    }
}
