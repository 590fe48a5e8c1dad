package io.liaptui.box.lambda;

import io.liaptui.box.process.Child;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;

/**
 * One process of the function (AWS: an execution environment) and what it is doing. Everything happens on the
 * runtime's one context.
 */
final class Worker implements RuntimeApi.Calls {
    /** Who has the work. */
    interface Pool {
        /** The worker is idle: give it some, if there is any. */
        void idle(Worker worker);

        /** The process is gone, for this reason if it never asked for work. */
        void ended(Worker worker, boolean neverStarted, Outcome.Failed why);
    }

    private final Vertx vertx;
    private final FunctionCode code;
    private final FunctionLimits limits;
    private final Pool pool;
    private final HttpServer api;
    private final Child child;
    private final long initTimer;
    private WorkerState state = new WorkerState.Starting();
    private Outcome.Failed why = new Outcome.Failed("Runtime.ExitError", "the process ended");
    private boolean fresh = true;

    /** For a process that was just started with this API's address. */
    Worker(Context context, FunctionCode code, FunctionLimits limits, Pool pool, HttpServer api, Child child) {
        this.vertx = context.owner();
        this.code = code;
        this.limits = limits;
        this.pool = pool;
        this.api = api;
        this.child = child;
        this.initTimer = vertx.setTimer(limits.initTimeout().toMillis(), t -> initTimedOut());
        child.exit().thenAccept(exit -> context.runOnContext(v -> exited(exit)));
    }

    boolean isIdle() {
        return state instanceof WorkerState.Idle;
    }

    boolean isStarting() {
        return state instanceof WorkerState.Starting;
    }

    /** Hands work to an idle worker; {@code waited} if its caller waited for a process. */
    void take(Invocation invocation, boolean waited) {
        if (!(state instanceof WorkerState.Idle(HttpServerRequest question))) {
            throw new IllegalStateException("the worker is not idle but " + state);
        }
        long timer = vertx.setTimer(limits.timeout().toMillis(), t -> timedOut(invocation));
        state = new WorkerState.Busy(invocation, timer, fresh && waited);
        fresh = false;
        RuntimeApi.work(question, invocation, code, limits.timeout());
    }

    @Override
    public void next(HttpServerRequest question) {
        if (state instanceof WorkerState.Ended) {
            question.connection().close();
            return;
        }
        vertx.cancelTimer(initTimer);
        state = new WorkerState.Idle(question);
        pool.idle(this);
        // It may have waited for its first work already: from now on it is warm
        fresh = false;
    }

    @Override
    public boolean finished(String id, Outcome outcome) {
        if (!(state instanceof WorkerState.Busy(var invocation, var timer, var cold))
                || !invocation.id().equals(id)) {
            return false;
        }
        vertx.cancelTimer(timer);
        state = new WorkerState.Settling();
        invocation.end(
                outcome instanceof Outcome.Answered(var payload, var ignored)
                        ? new Outcome.Answered(payload, cold)
                        : outcome);
        return true;
    }

    @Override
    public void initFailed(Outcome.Failed reason) {
        why = reason;
        kill();
    }

    /** SIGKILL; the pool hears of it when the process is gone. */
    void kill() {
        child.id().running().ifPresent(ProcessHandle::destroyForcibly);
    }

    private void initTimedOut() {
        if (isStarting()) {
            why = new Outcome.Failed(
                    "Sandbox.Timedout",
                    "did not ask for work within " + limits.initTimeout().toSeconds() + " s of its start");
            kill();
        }
    }

    private void timedOut(Invocation invocation) {
        if (state instanceof WorkerState.Busy(var current, var timer, var cold) && current == invocation) {
            invocation.end(new Outcome.TimedOut());
            kill();
        }
    }

    private void exited(int code) {
        vertx.cancelTimer(initTimer);
        boolean neverStarted = isStarting();
        if (state instanceof WorkerState.Busy(var invocation, var timer, var cold)) {
            vertx.cancelTimer(timer);
            invocation.end(new Outcome.Failed("Runtime.ExitError", "the process ended with exit code " + code));
        }
        if (neverStarted) {
            List<String> last = child.lastLines(8);
            why = new Outcome.Failed(
                    why.type(), why.message() + " (exit code " + code + "). " + String.join(" | ", last));
        }
        state = new WorkerState.Ended();
        api.close();
        pool.ended(this, neverStarted, why);
    }
}
