package io.liaptui.box.bench;

import io.liaptui.box.lambda.FunctionCode;
import io.liaptui.box.lambda.FunctionLimits;
import io.liaptui.box.lambda.LambdaRuntime;
import io.liaptui.box.lambda.Outcome;
import io.liaptui.box.process.Processes;
import io.liaptui.box.run.BoxFailure;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One process of the function alone: from its start to many requests, one after the other. */
final class FunctionBench {
    private static final Duration LONG = Duration.ofSeconds(120);
    /** Requests before those that are counted. */
    static final int WARM_UP = 300;

    private final Vertx vertx;
    private final Processes processes;

    FunctionBench(Vertx vertx, Processes processes) {
        this.vertx = vertx;
        this.processes = processes;
    }

    /**
     * What was measured.
     *
     * @param init from the start of the process to its first question for work, ms; with snapshots the time before them
     * @param first the first request, ms
     * @param warm the others, after {@value #WARM_UP} that are not counted
     * @param cpuMillis processor time per warm request
     * @param residentMb most resident memory
     */
    record Result(double init, double first, Times warm, double cpuMillis, double residentMb) {}

    Result run(FunctionCode code, Requests requests, int count, Optional<CpuShare> share) throws IOException {
        FunctionCode held = share.map(group -> new FunctionCode(
                        code.name(), group.around(code.command()), code.environment(), code.directory(), code.log()))
                .orElse(code);
        LambdaRuntime runtime = new LambdaRuntime(vertx, processes, held, new FunctionLimits(1, 1, LONG, LONG, LONG));
        try {
            long begin = System.nanoTime();
            await(runtime.start());
            double init = millis(System.nanoTime() - begin);
            // The slowest request that a dashboard makes first
            double first = millis(ask(runtime, requests.path(requests.paths().size() - 1)));
            for (int i = 0; i < WARM_UP; i++) {
                ask(runtime, requests.path(i));
            }
            long pid = processes.pids(code.name()::equals).getFirst();
            Duration before = ProcessFigures.cpu(pid);
            List<Long> times = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                times.add(ask(runtime, requests.path(i)));
            }
            Duration spent = ProcessFigures.cpu(pid).minus(before);
            return new Result(
                    init,
                    first,
                    Times.of(times),
                    spent.toNanos() / 1e6 / count,
                    ProcessFigures.resident(pid) / (double) (1 << 20));
        } finally {
            await(runtime.close());
        }
    }

    private static long ask(LambdaRuntime runtime, String path) {
        long begin = System.nanoTime();
        Outcome outcome = await(runtime.invoke(Requests.event(path)));
        long took = System.nanoTime() - begin;
        if (!(outcome instanceof Outcome.Answered(var payload, var cold))) {
            throw new BoxFailure("The function did not answer " + path + ": " + outcome);
        }
        JsonObject answer = payload.toJsonObject();
        if (answer.getInteger("statusCode") != 200) {
            throw new BoxFailure("It answered " + path + " with " + answer.getString("statusDescription") + ".");
        }
        return took;
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(LONG.toSeconds(), TimeUnit.SECONDS)
                .join();
    }
}
