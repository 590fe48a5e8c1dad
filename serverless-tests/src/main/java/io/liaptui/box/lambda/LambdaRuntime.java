package io.liaptui.box.lambda;

import io.liaptui.box.process.Child;
import io.liaptui.box.process.Launch;
import io.liaptui.box.process.Processes;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs one function as AWS Lambda does: an invocation goes to an idle process, else to a new one (a cold start), else
 * it waits a little and is throttled. Thread-safe; all state is on one Vert.x context.
 */
public final class LambdaRuntime {
    private final Vertx vertx;
    private final Context context;
    private final Processes processes;
    private final FunctionCode code;
    private final FunctionLimits limits;
    private final List<Worker> workers = new ArrayList<>();
    private final Deque<Invocation> waiting = new ArrayDeque<>();
    private final Promise<Void> firstIdle = Promise.promise();
    private int opening;
    private boolean closed;

    public LambdaRuntime(Vertx vertx, Processes processes, FunctionCode code, FunctionLimits limits) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.processes = processes;
        this.code = code;
        this.limits = limits;
    }

    /**
     * Starts the warm processes.
     *
     * @return completes when the first process is ready for work, at once if none is to be warm; fails with the reason
     *     if it cannot start
     */
    public Future<Void> start() {
        context.runOnContext(v -> {
            keepWarm();
            if (limits.warm() == 0) {
                firstIdle.tryComplete();
            }
        });
        return firstIdle.future();
    }

    /** Runs the function on one event. The future never fails: see {@link Outcome}. */
    public Future<Outcome> invoke(Buffer event) {
        Invocation invocation = Invocation.of(event);
        context.runOnContext(v -> accept(invocation));
        return invocation.outcome().future();
    }

    /** Kills every process; invocations under way fail. Completes when the processes are gone. */
    public Future<Void> close() {
        Promise<Void> gone = Promise.promise();
        context.runOnContext(v -> {
            closed = true;
            firstIdle.tryFail("the runtime was closed");
            waiting.forEach(i -> i.end(new Outcome.Failed("Runtime.Closed", "the box stops")));
            waiting.clear();
            workers.forEach(Worker::kill);
            whenEmpty(gone);
        });
        return gone.future();
    }

    private void whenEmpty(Promise<Void> gone) {
        if (workers.isEmpty() && opening == 0) {
            gone.complete();
        } else {
            vertx.setTimer(10, t -> whenEmpty(gone));
        }
    }

    private void accept(Invocation invocation) {
        if (closed) {
            invocation.end(new Outcome.Failed("Runtime.Closed", "the box stops"));
            return;
        }
        for (Worker worker : workers) {
            if (worker.isIdle()) {
                worker.take(invocation, false);
                return;
            }
        }
        waiting.add(invocation);
        if (starting() >= waiting.size()) {
            return;
        }
        if (size() < limits.concurrency()) {
            open();
        } else {
            vertx.setTimer(Math.max(1, limits.patience().toMillis()), t -> throttle(invocation));
        }
    }

    private void throttle(Invocation invocation) {
        if (waiting.remove(invocation)) {
            invocation.end(new Outcome.Throttled());
        }
    }

    private int size() {
        return workers.size() + opening;
    }

    private long starting() {
        return opening + workers.stream().filter(Worker::isStarting).count();
    }

    private void keepWarm() {
        while (!closed && size() < limits.warm()) {
            open();
        }
    }

    private void open() {
        opening++;
        Promise<Worker> started = Promise.promise();
        RuntimeApi.listen(vertx, started.future())
                .compose(api -> vertx.executeBlocking(() -> launch(api), false)
                        .map(child -> new Worker(context, code, limits, new Members(), api, child))
                        .onFailure(e -> api.close()))
                .onComplete(result -> {
                    opening--;
                    if (result.succeeded()) {
                        workers.add(result.result());
                        if (closed) {
                            result.result().kill();
                        }
                        started.complete(result.result());
                    } else {
                        unstartable(new Outcome.Failed(
                                "Runtime.StartError",
                                String.valueOf(result.cause().getMessage())));
                    }
                });
    }

    private Child launch(HttpServer api) throws IOException {
        Map<String, String> environment = new HashMap<>(code.environment());
        environment.put("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:" + api.actualPort());
        return processes.start(
                new Launch(code.name(), code.command(), environment, false, code.directory(), code.log()));
    }

    /** A process that never asked for work takes the oldest waiting caller with it, so that none waits for ever. */
    private void unstartable(Outcome.Failed why) {
        firstIdle.tryFail(why.type() + ": " + why.message());
        Invocation oldest = waiting.poll();
        if (oldest != null) {
            oldest.end(why);
        }
        openForTheRest();
    }

    private void openForTheRest() {
        if (!closed && waiting.size() > starting() && size() < limits.concurrency()) {
            open();
        }
    }

    private final class Members implements Worker.Pool {
        @Override
        public void idle(Worker worker) {
            firstIdle.tryComplete();
            Invocation oldest = waiting.poll();
            if (oldest != null) {
                worker.take(oldest, true);
            }
        }

        @Override
        public void ended(Worker worker, boolean neverStarted, Outcome.Failed why) {
            workers.remove(worker);
            if (closed) {
                return;
            }
            if (neverStarted) {
                unstartable(why);
            } else {
                // Not after a failed start: that would start broken code over and over
                keepWarm();
                openForTheRest();
            }
        }
    }
}
