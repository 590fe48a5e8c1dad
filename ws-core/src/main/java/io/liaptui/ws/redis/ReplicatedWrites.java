package io.liaptui.ws.redis;

import io.liaptui.ws.measure.Measures;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends writes in batches over a line; each batch ends with one {@code WAIT}, and its writes are answered when that is.
 * While a batch is under way the next one gathers: {@code WAIT} holds back everything behind it on its connection, so one
 * for each write would make them queue.
 *
 * <p>Any command before it makes {@code WAIT} cover all that the server had written by then, so a write that is repeated
 * on a new connection and turns out to be stored already is waited for too.
 *
 * <p>Bound: {@link RedisSettings#inFlight} writes gather; what comes more fails at once with {@link NoAnswer}, unsent.
 * Threading: any thread. Futures complete on an event loop, or in the caller's stack if nothing was sent.
 */
public final class ReplicatedWrites {
    private static final int REPLICAS = 1;
    private static final int PATIENCE_MS = 100;

    private final RedisLine line;
    private final ScriptRunner scripts;
    private final ReplicaWatch replicas;
    private final Measures measures;
    private final int bound;
    private final Deque<Write> gathered = new ArrayDeque<>();
    private boolean underWay;

    private record Write(Request request, boolean loaded, Promise<Response> answer) {}

    public ReplicatedWrites(
            RedisLine line, ScriptRunner scripts, RedisSettings settings, ReplicaWatch replicas, Measures measures) {
        this.line = line;
        this.scripts = scripts;
        this.replicas = replicas;
        this.measures = measures;
        // The batch, its WAIT, and reads beside it share the bound of the line
        this.bound = Math.max(1, settings.inFlight() / 2);
    }

    /** Fails as {@link ScriptRunner#send} does, and with {@link NoAnswer} if the {@code WAIT} is not answered. */
    public Future<Response> send(Request script) {
        Write write = new Write(script, false, Promise.promise());
        synchronized (this) {
            if (gathered.size() >= bound) {
                return Future.failedFuture(new NoAnswer("more than " + bound + " writes wait for a batch"));
            }
            gathered.add(write);
            if (underWay) {
                return write.answer().future();
            }
            underWay = true;
        }
        next();
        return write.answer().future();
    }

    private void next() {
        List<Write> batch;
        synchronized (this) {
            if (gathered.isEmpty()) {
                underWay = false;
                return;
            }
            batch = List.copyOf(gathered);
            gathered.clear();
        }
        boolean waits = replicas.isWorthwhile();
        List<Future<?>> all = new ArrayList<>();
        List<Future<Response>> answers = new ArrayList<>();
        for (Write write : batch) {
            answers.add(line.send(write.request()));
        }
        all.addAll(answers);
        Future<Response> waited =
                waits ? line.send(Request.cmd(Command.WAIT).arg(REPLICAS).arg(PATIENCE_MS)) : Future.succeededFuture();
        all.add(waited);
        Future.join(all).onComplete(_ -> ended(batch, answers, waited));
    }

    private void ended(List<Write> batch, List<Future<Response>> answers, Future<Response> waited) {
        List<Write> unknown = new ArrayList<>();
        boolean replicated = isReplicated(waited);
        for (int i = 0; i < batch.size(); i++) {
            Write write = batch.get(i);
            Future<Response> answer = answers.get(i);
            if (answer.failed()) {
                if (!RedisErrors.isUnknownScript(answer.cause())) {
                    write.answer().fail(answer.cause());
                } else if (write.loaded()) {
                    write.answer()
                            .fail(new NoAnswer(String.valueOf(answer.cause().getMessage())));
                } else {
                    unknown.add(write);
                }
            } else if (waited.failed()) {
                write.answer()
                        .fail(new NoAnswer(
                                "no word of a replica: " + waited.cause().getMessage()));
            } else {
                if (!replicated) {
                    measures.unreplicated();
                }
                write.answer().complete(answer.result());
            }
        }
        if (unknown.isEmpty()) {
            next();
        } else {
            load(unknown);
        }
    }

    private boolean isReplicated(Future<@Nullable Response> waited) {
        Response count = waited.failed() ? null : waited.result();
        if (count == null) {
            return false;
        }
        replicas.acknowledged(count.toLong());
        return count.toLong() >= REPLICAS;
    }

    /** Nothing ran of what a server did not know: the same bytes go with the next batch. */
    private void load(List<Write> unknown) {
        scripts.load().onComplete(loaded -> {
            if (loaded.failed()) {
                unknown.forEach(write -> write.answer().fail(loaded.cause()));
            } else {
                synchronized (this) {
                    unknown.reversed()
                            .forEach(write -> gathered.addFirst(new Write(write.request(), true, write.answer())));
                }
            }
            next();
        });
    }
}
