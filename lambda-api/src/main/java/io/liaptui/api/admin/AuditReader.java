package io.liaptui.api.admin;

import io.liaptui.api.Settings;
import io.liaptui.api.redis.RedisAway;
import io.liaptui.api.redis.RedisReads;
import io.liaptui.common.admin.AuditRow;
import io.liaptui.common.admin.codec.AuditCodec;
import io.liaptui.common.archive.ArchiveStore;
import io.liaptui.common.archive.ArchiveStores;
import io.liaptui.common.redis.RedisKeys;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Reads what operators did: the newest from Redis, a whole day from the archive and from Redis. */
@Singleton
class AuditReader {
    private static final Duration LIMIT = Duration.ofSeconds(6);

    private final RedisReads redis;
    private final Optional<ArchiveStore> archive;

    AuditReader(RedisReads redis, Settings settings) {
        this.redis = redis;
        archive = settings.archive().equals(Settings.OFF)
                ? Optional.empty()
                : Optional.of(ArchiveStores.open(settings.archive(), Infrastructure.getDefaultWorkerPool()));
    }

    /**
     * A page.
     *
     * @param day as {@code 2026-11-29}, for this day only; null for whatever Redis has
     * @param before only entries older than this one
     */
    Uni<AuditPage> page(@Nullable String day, @Nullable String before, int limit) {
        Request newest = Request.cmd(Command.XREVRANGE)
                .arg(RedisKeys.AUDIT)
                .arg("+")
                .arg("-")
                .arg("COUNT")
                .arg(2 * AuditRow.MOST);
        Uni<SortedMap<String, AuditRow>> recent =
                redis.within(redis.trip(List.of(newest))).map(answers -> rows(answers.getFirst()));
        if (day == null) {
            return recent.map(rows -> page(rows, null, before, limit));
        }
        String file = AuditRow.file(day);
        return archived(file).chain(kept -> recent.onFailure(RedisAway.class)
                .recoverWithItem(new TreeMap<>())
                .map(rows -> {
                    kept.putAll(rows);
                    return page(kept, file, before, limit);
                }));
    }

    private Uni<SortedMap<String, AuditRow>> archived(String file) {
        if (archive.isEmpty()) {
            return Uni.createFrom().item(new TreeMap<>());
        }
        return Uni.createFrom()
                .completionStage(() -> there(archive.get(), file))
                .ifNoItem()
                .after(LIMIT)
                .fail()
                .onFailure()
                .transform(failure -> new Refused(503, "The archive does not answer. Try again in a moment."))
                .map(bytes -> {
                    SortedMap<String, AuditRow> rows = new TreeMap<>();
                    bytes.ifPresent(there -> new String(there, StandardCharsets.UTF_8)
                            .lines()
                            .map(AuditCodec::read)
                            .forEach(row -> rows.put(row.order(), row)));
                    return rows;
                });
    }

    /** A bucket refuses to say that it has not what may not be listed, so it is listed first. */
    private static CompletionStage<Optional<byte[]>> there(ArchiveStore store, String file) {
        return store.list(AuditRow.FOLDER)
                .thenCompose(files ->
                        files.contains(file) ? store.get(file) : CompletableFuture.completedStage(Optional.empty()));
    }

    private static SortedMap<String, AuditRow> rows(Response answer) {
        SortedMap<String, AuditRow> rows = new TreeMap<>();
        for (Response entry : answer) {
            Map<String, String> fields = new HashMap<>();
            Response flat = entry.get(1);
            for (int i = 0; i + 1 < flat.size(); i += 2) {
                fields.put(flat.get(i).toString(), flat.get(i + 1).toString());
            }
            AuditRow row = new AuditRow(entry.get(0).toString(), fields);
            rows.put(row.order(), row);
        }
        return rows;
    }

    private static AuditPage page(
            SortedMap<String, AuditRow> rows, @Nullable String file, @Nullable String before, int limit) {
        Map<String, AuditRow> answers = new HashMap<>();
        Map<String, List<AuditPage.Ended>> ended = new HashMap<>();
        rows.values().forEach(row -> {
            if (row.fields().containsKey(AuditRow.OF)) {
                answers.put(row.field(AuditRow.OF), row);
            } else if (row.fields().containsKey(AuditRow.NODE)) {
                ended.computeIfAbsent(row.field(AuditRow.COMMAND), _ -> new ArrayList<>())
                        .add(new AuditPage.Ended(
                                row.field(AuditRow.NODE), row.field(AuditRow.STATE), row.field(AuditRow.DETAIL)));
            }
        });
        String end = before == null ? null : new AuditRow(before, Map.of()).order();
        // A trip that was repeated may have written one twice
        Map<String, AuditRow> asked = new HashMap<>();
        List<AuditRow> wanted = rows.values().stream()
                .filter(row -> row.fields().containsKey(AuditRow.NUMBER))
                .filter(row -> asked.putIfAbsent(row.field(AuditRow.NUMBER), row) == null)
                .filter(row -> file == null || row.file().equals(file))
                .filter(row -> end == null || row.order().compareTo(end) < 0)
                .toList()
                .reversed();
        List<AuditPage.Entry> entries = wanted.stream()
                .limit(limit)
                .map(row -> entry(row, answers.get(row.field(AuditRow.NUMBER)), ended))
                .toList();
        String next = wanted.size() > limit ? entries.getLast().id() : null;
        return new AuditPage(true, entries.size(), entries, next);
    }

    private static AuditPage.Entry entry(
            AuditRow row, @Nullable AuditRow answer, Map<String, List<AuditPage.Ended>> ended) {
        String command = answer == null ? "" : answer.field(AuditRow.COMMAND);
        return new AuditPage.Entry(
                row.id(),
                Instant.ofEpochMilli(row.at()).toString(),
                row.field(AuditRow.WHO),
                row.field(AuditRow.FROM),
                row.field(AuditRow.ACTION),
                row.field(AuditRow.ABOUT),
                row.field(AuditRow.DETAIL),
                answer == null ? null : Integer.valueOf(answer.field(AuditRow.STATUS)),
                answer == null ? null : answer.field(AuditRow.DETAIL),
                command.isEmpty() ? null : command,
                ended.getOrDefault(command, List.of()));
    }
}
