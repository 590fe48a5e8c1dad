package io.liaptui.ws.admin;

import io.liaptui.common.admin.AuditRow;
import io.liaptui.common.admin.codec.AuditCodec;
import io.liaptui.common.archive.ArchiveStore;
import io.liaptui.ws.actor.Loop;
import io.liaptui.ws.actor.Timers;
import io.liaptui.ws.ownership.FirstNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/**
 * Puts the log of what operators did into the archive, where it stays: once a minute, by the ready node whose id is first.
 * A day's file is read, what it lacks is added, and it is written whole; so two nodes that do it at once, or one that does it
 * again, do no harm. Only what is archived leaves Redis.
 *
 * <p>Threading: any thread; nothing blocks.
 */
public final class AuditKeeping {
    static final Duration EVERY = Duration.ofMinutes(1);

    private static final Logger LOG = Logger.getLogger(AuditKeeping.class);
    private static final String BEGINNING = "0-0";

    private final AuditLog log;
    private final ArchiveStore archive;
    private final FirstNode first;
    private final Timers timers;
    /** Everything up to here is archived, as far as this node knows. */
    private volatile String kept = BEGINNING;

    public AuditKeeping(AuditLog log, ArchiveStore archive, FirstNode first, Timers timers) {
        this.log = log;
        this.archive = archive;
        this.first = first;
        this.timers = timers;
    }

    public void start() {
        new Loop(timers, EVERY, this::turn).startAfter(EVERY);
    }

    private void turn() {
        if (first.isMe()) {
            keep().whenComplete((done, failure) -> {
                if (failure != null) {
                    LOG.warnf("What operators did is not archived yet; the next try is in a minute: %s", failure);
                }
            });
        } else {
            // Another node may take entries out of Redis meanwhile that are in no file that I have seen
            kept = BEGINNING;
        }
    }

    /** Done when everything there is stands in the archive. */
    CompletionStage<Void> keep() {
        return log.after(kept).thenCompose(rows -> {
            if (rows.isEmpty()) {
                return CompletableFuture.completedStage(null);
            }
            Map<String, SortedMap<String, AuditRow>> files = new TreeMap<>();
            rows.forEach(row ->
                    files.computeIfAbsent(row.file(), _ -> new TreeMap<>()).put(row.order(), row));
            CompletionStage<Void> all = CompletableFuture.completedStage(null);
            for (Map.Entry<String, SortedMap<String, AuditRow>> file : files.entrySet()) {
                all = all.thenCompose(_ -> add(file.getKey(), file.getValue()));
            }
            return all.thenCompose(_ -> {
                kept = rows.getLast().id();
                return rows.size() < AuditLog.PAGE ? log.trim(AuditRow.RECENT) : keep();
            });
        });
    }

    private CompletionStage<Void> add(String file, SortedMap<String, AuditRow> rows) {
        return there(file).thenCompose(bytes -> {
            SortedMap<String, AuditRow> all = new TreeMap<>();
            bytes.ifPresent(there -> new String(there, StandardCharsets.UTF_8)
                    .lines()
                    .map(AuditCodec::read)
                    .forEach(row -> all.put(row.order(), row)));
            int before = all.size();
            all.putAll(rows);
            return all.size() == before
                    ? CompletableFuture.completedStage(null)
                    : archive.put(file, text(all.values()).getBytes(StandardCharsets.UTF_8));
        });
    }

    /** A bucket refuses to say that it has not what may not be listed, so it is listed first. */
    private CompletionStage<Optional<byte[]>> there(String file) {
        return archive.list(AuditRow.FOLDER)
                .thenCompose(files ->
                        files.contains(file) ? archive.get(file) : CompletableFuture.completedStage(Optional.empty()));
    }

    private static String text(Collection<AuditRow> rows) {
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(AuditCodec.line(row)).append('\n'));
        return text.toString();
    }
}
