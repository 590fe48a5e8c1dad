package io.liaptui.ws.ops;

import io.liaptui.common.archive.ArchiveStore;
import io.liaptui.common.archive.ArchiveStores;
import io.liaptui.common.archive.FolderStore;
import io.liaptui.common.archive.S3Place;
import io.liaptui.ws.archive.ArchiveSettings;
import io.liaptui.ws.archive.LogArchive;
import io.liaptui.ws.journal.RoomJournal;
import io.liaptui.ws.journal.RoomLog;
import io.liaptui.ws.measure.Measures;
import io.liaptui.ws.room.RoomArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/** Opens the archive that the settings name. */
final class Archives implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Archives.class);
    private static final String OFF = "off";

    private final ExecutorService worker = Executors.newFixedThreadPool(
            2, Thread.ofPlatform().name("archive-", 0).daemon().factory());
    private final RoomArchive archive;
    private final Optional<ArchiveStore> store;

    /**
     * @throws IllegalArgumentException for the operator, if the setting names no place, or a folder that cannot be written
     */
    Archives(ArchiveSettings settings, RoomJournal journal, RoomLog log, Measures measures) {
        if (settings.archive().equals(OFF)) {
            LOG.warn("Finished games are not archived: they can be read for an hour after their end, and not later."
                    + " Set LIAP_ARCHIVE to a folder or to s3://bucket to keep them.");
            store = Optional.empty();
            archive = RoomArchive.NONE;
        } else {
            ArchiveStore opened = open(settings.archive());
            LOG.infof("Finished games are archived in %s", settings.archive());
            store = Optional.of(opened);
            archive = new LogArchive(journal, log, opened, worker, measures);
        }
    }

    RoomArchive archive() {
        return archive;
    }

    /** Where it keeps them, if it does. */
    Optional<ArchiveStore> store() {
        return store;
    }

    /** Threads that may be blocked. */
    Executor worker() {
        return worker;
    }

    /** What is being written is lost, and written again by the rooms' next owners. */
    @Override
    public void close() {
        worker.shutdown();
    }

    private ArchiveStore open(String setting) {
        try {
            return S3Place.isMeant(setting)
                    ? ArchiveStores.open(setting, worker)
                    : new FolderStore(folder(setting), worker);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("LIAP_ARCHIVE: " + e.getMessage(), e);
        }
    }

    private static Path folder(String text) {
        Path folder = Path.of(text).toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new IllegalArgumentException("the folder " + folder + " cannot be made: " + e, e);
        }
        if (!Files.isWritable(folder)) {
            throw new IllegalArgumentException("the folder " + folder + " cannot be written");
        }
        return folder;
    }
}
