package io.liaptui.ws.journal;

import io.liaptui.common.history.Entry;
import io.liaptui.common.history.Schema;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.RedisKeys;
import io.liaptui.common.redis.RoomFields;
import io.liaptui.common.redis.Script;
import io.liaptui.ws.measure.Measures;
import io.liaptui.ws.redis.NoAnswer;
import io.liaptui.ws.redis.RedisLine;
import io.liaptui.ws.redis.RedisSettings;
import io.liaptui.ws.redis.ReplicaWatch;
import io.liaptui.ws.redis.ReplicatedWrites;
import io.liaptui.ws.redis.ScriptRunner;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Rooms in Redis, over a few pipelined connections; a room always uses the same one. Stages complete on event loops.
 *
 * <p>A write that is not answered is repeated with the same bytes until it is. Its answer then tells whether an earlier
 * attempt was carried out. When too many calls wait on a connection, reads fail and writes try again later, as if Redis
 * had not answered. An answer that cannot be read completes the stage with {@link IllegalArgumentException}, a defect
 * that Redis reports with {@code io.liaptui.ws.redis.RedisRefusal}.
 */
public final class RedisJournal implements RoomJournal, AutoCloseable {
    private record Lane(RedisLine line, ScriptRunner scripts, Function<Request, Future<Response>> writes) {
        /** Fails on a replica too, and succeeds when Redis is full: what is stored can be asked for then. */
        Future<?> takesWrites() {
            return line.send(Request.cmd(Command.DEL).arg(RedisKeys.NOTHING)).compose(_ -> scripts.load());
        }
    }

    private final List<Lane> lanes = new ArrayList<>();
    private final Repeats repeats;
    private final Outages outages;
    private final Schema schema;
    private final Fullness fullness;

    /** Connects with the first call; measures nothing. */
    public RedisJournal(Vertx vertx, RedisOptions options, RedisSettings settings) {
        this(vertx, options, settings, Schema.ofBuild(), Measures.NONE);
    }

    /** Connects with the first call. */
    public RedisJournal(Vertx vertx, RedisOptions options, RedisSettings settings, Schema schema, Measures measures) {
        this.schema = schema;
        ReplicaWatch replicas = new ReplicaWatch(System::nanoTime);
        outages = new Outages(vertx, settings);
        for (int i = 0; i < settings.connections(); i++) {
            int number = i;
            RedisLine line = new RedisLine(vertx, options, settings, "journal " + i);
            ScriptRunner scripts = new ScriptRunner(line);
            Lane lane = new Lane(
                    line,
                    scripts,
                    switch (settings.durability()) {
                        case PRIMARY -> scripts::send;
                        case REPLICA -> new ReplicatedWrites(line, scripts, settings, replicas, measures)::send;
                    });
            line.onLoss(() -> outages.lost(number, lane::takesWrites));
            lanes.add(lane);
        }
        repeats = new Repeats(vertx, settings);
        fullness = new Fullness(lanes.getFirst().line(), settings.fillingAt());
    }

    /** Loads the scripts. Fails with {@link JournalAway} if Redis does not answer; calls load them too, when needed. */
    public CompletionStage<Void> start() {
        return read(lanes.getFirst().scripts().load(), _ -> null);
    }

    @Override
    public void onReturn(Runnable listener) {
        outages.onReturn(listener);
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public CompletionStage<Created> create(RoomId room, NodeId node, String createId, Entry first, RoomWrite write) {
        Writes.checkFirst(first);
        Arguments arguments = new Arguments(schema.writes())
                .add(node.value())
                .add(createId)
                .addFirst(first)
                .addWrite(write);
        return write(Script.CREATE, room, arguments, Answers::created);
    }

    @Override
    public CompletionStage<Claim> claim(RoomId room, NodeId node, NodeId seenOwner, long seenEpoch, int reads) {
        Arguments arguments = new Arguments(schema.writes())
                .add(node.value())
                .add(seenOwner.value())
                .add(seenEpoch)
                .add(reads);
        return write(Script.CLAIM, room, arguments, answer -> Answers.claim(answer, schema));
    }

    @Override
    public CompletionStage<Outcome> append(Fence fence, long expected, List<Entry> entries, RoomWrite write) {
        Writes.checkEntries(fence, expected, entries);
        Arguments arguments = fenced(fence).add(expected).add(entries.size());
        entries.forEach(arguments::addEntry);
        return write(Script.APPEND, fence.room(), arguments.addWrite(write), Answers::outcome);
    }

    @Override
    public CompletionStage<Outcome> check(Fence fence) {
        Request fields = Request.cmd(Command.HMGET)
                .arg(RedisKeys.room(fence.room()))
                .arg(RoomFields.OWNER)
                .arg(RoomFields.EPOCH)
                .arg(RoomFields.VERSION);
        return read(lane(fence.room()).line().send(fields), answer -> Answers.check(fence, answer));
    }

    @Override
    public CompletionStage<Bind> bind(RoomId room, String tokenHash) {
        Request request = ScriptRunner.request(Script.BIND, keys(room), List.of(tokenHash));
        return read(lane(room).scripts().send(request), Answers::bind);
    }

    @Override
    public CompletionStage<Outcome> handover(Fence fence, long version, NodeId successor, Snapshot snapshot) {
        Arguments arguments = fenced(fence).add(version).add(successor.value()).addSnapshot(snapshot);
        return write(Script.HANDOVER, fence.room(), arguments, Answers::outcome);
    }

    @Override
    public CompletionStage<Outcome> restore(Fence fence, Remembered memory) {
        Writes.checkMemory(fence, memory);
        Arguments arguments = fenced(fence).add(memory.snapshot().version()).addRemembered(memory);
        return write(Script.RESTORE, fence.room(), arguments, Answers::outcome);
    }

    @Override
    public CompletionStage<Outcome> close(Fence fence, long version, Ending ending) {
        Arguments arguments = fenced(fence)
                .add(version)
                .add(ending.status())
                .add(millis(ending.tombstone()))
                .add(millis(ending.log()));
        return write(Script.CLOSE, fence.room(), arguments, Answers::outcome);
    }

    @Override
    public CompletionStage<Boolean> isFilling() {
        return fullness.isFilling();
    }

    @Override
    public CompletionStage<Optional<Map<String, String>>> look(RoomId room) {
        Request hash = Request.cmd(Command.HGETALL).arg(RedisKeys.room(room));
        return read(lane(room).line().send(hash), answer -> Optional.of(Answers.map(answer))
                .filter(fields -> !fields.isEmpty()));
    }

    private static String millis(Optional<Duration> stay) {
        return stay.map(time -> Long.toString(time.toMillis())).orElse("");
    }

    /** Ends the connections; calls that wait fail with {@link JournalAway}. */
    @Override
    public void close() {
        outages.close();
        repeats.close();
        lanes.forEach(lane -> lane.line().close());
    }

    private <T> CompletionStage<T> write(
            Script script, RoomId room, Arguments arguments, Function<Response, T> answer) {
        Request request = ScriptRunner.request(script, keys(room), arguments.values());
        Function<Request, Future<Response>> writes = lane(room).writes();
        return repeats.untilAnswered(() -> writes.apply(request).map(answer));
    }

    /** A call that is not repeated: whoever asked may ask again. */
    public static <R, T> CompletionStage<T> read(Future<R> answer, Function<R, T> parse) {
        CompletableFuture<T> result = new CompletableFuture<>();
        answer.map(parse).onComplete(done -> {
            if (done.succeeded()) {
                result.complete(done.result());
            } else if (done.cause() instanceof NoAnswer none) {
                result.completeExceptionally(new JournalAway("Redis did not answer: " + none.getMessage(), none));
            } else {
                result.completeExceptionally(done.cause());
            }
        });
        return result;
    }

    private Lane lane(RoomId room) {
        return lanes.get(Math.floorMod(room.hashCode(), lanes.size()));
    }

    private Arguments fenced(Fence fence) {
        return new Arguments(schema.writes()).add(fence.node().value()).add(fence.epoch());
    }

    private static List<String> keys(RoomId room) {
        return List.of(RedisKeys.room(room), RedisKeys.log(room), RedisKeys.snapshot(room), RedisKeys.seats(room));
    }
}
