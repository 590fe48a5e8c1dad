package io.liaptui.api.log;

import io.liaptui.api.http.NotThere;
import io.liaptui.api.redis.NoJournal;
import io.liaptui.api.redis.ReadScript;
import io.liaptui.api.redis.RedisAway;
import io.liaptui.api.redis.RedisReads;
import io.liaptui.common.archive.ArchivedRoom;
import io.liaptui.common.history.Entry;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.RedisKeys;
import io.liaptui.common.redis.RoomFields;
import io.liaptui.common.redis.Script;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Fetches what is stored of a room: from Redis, and if that has no log of it or is away, from the archive. One trip and one
 * moment for a page, two trips for the whole log of a game by the usual rules, so that the status which opens the hidden
 * parts belongs to the very events that are shown.
 *
 * <p>All methods fail with {@link NotThere} for an unknown room, with {@link NewerRelease} for one that this release must
 * not guess at, with {@link ArchiveAway} or {@link DamagedArchive}, and with {@link RedisAway} or {@link NoJournal} for one that is not archived while nobody can say whether
 * it is there.
 */
@Singleton
public class RoomLogs {
    /** Of stored events. With what JSON adds around and the escapes of an invocation, an answer stays below 1 MB. */
    private static final int PAGE_BYTES = 256 * 1024;

    /** Batches without wanted events are passed over, but a row of them must not hold Redis up. */
    private static final int PAGE_BATCHES = 500;

    /** What follows a snapshot, and some more. */
    private static final int PAST_BYTES = 64 * 1024;

    private static final int PAST_BATCHES = 64;

    /** Of one command: with what the script has, all that the longest game by the usual rules leaves. */
    private static final int MORE_BATCHES = 1_000;

    /** Several hundred rounds. */
    private static final int MOST_BATCHES = 40_000;

    private static final ReadScript PAGE = new ReadScript(Script.PAGE);
    private static final ReadScript PAST = new ReadScript(Script.PAST);

    private final RedisReads redis;
    private final Archive archive;

    RoomLogs(RedisReads redis, Archive archive) {
        this.redis = redis;
        this.archive = archive;
    }

    /** The events of a query and some more around them. */
    public Uni<Page> page(RoomId room, EventQuery query) {
        List<String> keys = List.of(RedisKeys.room(room), RedisKeys.log(room), RedisKeys.seats(room));
        List<String> arguments = new ArrayList<>(List.of(
                query.forward() ? "after" : "before",
                Long.toString(query.cursor()),
                Integer.toString(query.limit()),
                Integer.toString(PAGE_BYTES),
                Integer.toString(PAGE_BATCHES),
                query.playerText()));
        arguments.addAll(query.typeTexts());
        return fetch(
                room,
                redis.within(PAGE.run(redis, keys, arguments))
                        .map(answer -> answer == null ? null : Answers.page(room, answer, query.forward())),
                kept -> Window.of(Archive.stored(kept), kept.entries(), query, PAGE_BYTES));
    }

    /**
     * What the state after event {@code at} is folded from, and the events from there to {@code until}.
     *
     * @param at null for the last event
     */
    public Uni<Past> past(RoomId room, @Nullable Long at, long until) {
        List<String> keys =
                List.of(RedisKeys.room(room), RedisKeys.log(room), RedisKeys.seats(room), RedisKeys.snapshot(room));
        List<String> arguments = List.of(
                at == null ? "" : at.toString(),
                Long.toString(until),
                Integer.toString(PAST_BYTES),
                Integer.toString(PAST_BATCHES));
        return fetch(
                room,
                redis.within(PAST.run(redis, keys, arguments))
                        .map(answer -> answer == null ? null : Answers.past(room, answer))
                        .chain(past -> past == null || past.whole()
                                ? Uni.createFrom().item(past)
                                : rest(past, Math.max(at == null ? past.room().events() : at, until))),
                kept -> new Past(Archive.stored(kept), null, kept.entries(), true));
    }

    /**
     * The same with what the script left. A script's answer is copied twice in Redis, while all games wait; a plain
     * command's is not, and takes a twentieth of the time. A log of hundreds of rounds takes several, between which games
     * go on; so each has its own deadline. Should the id have become another room's meanwhile, nothing of that one is read;
     * should the log be gone, for its game is archived, that is where the whole of it is.
     */
    private Uni<@Nullable Past> rest(Past past, long until) {
        StoredRoom room = past.room();
        String from =
                past.entries().isEmpty() ? "-" : "(" + past.entries().getLast().id();
        return redis.within(redis.trip(List.of(
                        Request.cmd(Command.HGET).arg(RedisKeys.room(room.id())).arg(RoomFields.CREATED),
                        Request.cmd(Command.XRANGE)
                                .arg(RedisKeys.log(room.id()))
                                .arg(from)
                                .arg("+")
                                .arg("COUNT")
                                .arg(MORE_BATCHES),
                        Request.cmd(Command.EXISTS).arg(RedisKeys.log(room.id())))))
                .chain(answers -> {
                    if (Answers.number(answers.get(0)) != room.created() || Answers.number(answers.get(2)) == 0) {
                        return Uni.createFrom().nullItem();
                    }
                    List<Entry> entries = new ArrayList<>(past.entries());
                    List<Entry> more = Answers.entries(answers.get(1));
                    entries.addAll(more);
                    boolean whole = more.size() < MORE_BATCHES || more.getLast().firstEvent() > until;
                    Past longer = new Past(room, past.snapshot(), entries, whole);
                    return whole || entries.size() >= MOST_BATCHES
                            ? Uni.createFrom().item(longer)
                            : rest(longer, until);
                });
    }

    private <T> Uni<T> fetch(RoomId room, Uni<@Nullable T> live, Function<ArchivedRoom, T> archived) {
        return live.map(found -> {
                    if (found == null) {
                        throw new NotThere("There is no room " + room + ", and no finished game of that id is kept.");
                    }
                    return found;
                })
                .onFailure(failure -> switch (failure) {
                    case NotThere unknown -> true;
                    case RedisAway away -> true;
                    case NoJournal none -> true;
                    default -> false;
                })
                .recoverWithUni(missed -> archive.newest(room)
                        // While Redis is away, that is what to tell: nobody knows whether the room is over
                        .onFailure(ArchiveAway.class)
                        .transform(away -> missed instanceof NotThere ? away : missed)
                        .map(found -> found.map(archived).orElseThrow(() -> (RuntimeException) missed)));
    }
}
