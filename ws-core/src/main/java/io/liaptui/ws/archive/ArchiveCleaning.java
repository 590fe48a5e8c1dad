package io.liaptui.ws.archive;

import io.liaptui.common.archive.ArchiveKeys;
import io.liaptui.ws.actor.Loop;
import io.liaptui.ws.actor.Timers;
import io.liaptui.ws.ownership.FirstNode;
import io.liaptui.ws.ownership.Nodes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Removes finished games that are older than operators want to keep: once an hour, by the ready node whose id is first. That
 * two nodes do it for a moment, or none, harms nothing. The age of a game stands in its name, so no file is opened.
 *
 * <p>Threading: any thread; nothing blocks.
 */
public final class ArchiveCleaning {
    static final Duration EVERY = Duration.ofHours(1);

    private static final Logger LOG = Logger.getLogger(ArchiveCleaning.class);

    private final Path folder;
    private final Duration keep;
    private final FirstNode first;
    private final Timers timers;
    private final InstantSource clock;
    private final Executor worker;

    /**
     * @param folder of the archive; a bucket has rules of its own for this
     * @param keep since the room was made; at least an hour, so that nothing is removed that Redis still has
     * @param worker may be blocked
     * @throws IllegalArgumentException for the operator, if it is shorter
     */
    public ArchiveCleaning(
            Path folder, Duration keep, Nodes nodes, Timers timers, InstantSource clock, Executor worker) {
        if (keep.compareTo(EVERY) < 0) {
            throw new IllegalArgumentException("LIAP_ARCHIVE_KEEP must be at least one hour, not " + keep);
        }
        this.folder = folder;
        this.keep = keep;
        this.first = new FirstNode(nodes);
        this.timers = timers;
        this.clock = clock;
        this.worker = worker;
    }

    public void start() {
        new Loop(timers, EVERY, this::turn).startAfter(EVERY);
    }

    private void turn() {
        if (first.isMe()) {
            worker.execute(() -> {
                try {
                    LOG.infof("Games older than %s that left the archive: %d", keep, clean());
                } catch (UncheckedIOException e) {
                    LOG.warnf("The archive could not be cleaned; the next try is in an hour: %s", e.getMessage());
                }
            });
        }
    }

    /** How many were removed. */
    private int clean() {
        long oldest = clock.millis() - keep.toMillis();
        int removed = 0;
        try (Stream<Path> rooms = Files.list(folder.resolve(ArchiveKeys.rooms()))) {
            for (Path room : (Iterable<Path>) rooms::iterator) {
                removed += clean(room, oldest);
            }
        } catch (NoSuchFileException e) {
            // Nothing was archived yet
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return removed;
    }

    /** With the last of its files a folder goes, too. */
    private int clean(Path room, long oldest) throws IOException {
        int removed = 0;
        try (Stream<Path> files = Files.list(room)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (ArchiveKeys.created(name).orElse(Long.MAX_VALUE) < oldest) {
                    Files.deleteIfExists(file);
                    removed++;
                }
            }
        }
        if (removed > 0) {
            try {
                Files.delete(room);
            } catch (DirectoryNotEmptyException e) {
                // A newer game had the same id
            }
        }
        return removed;
    }
}
