package io.liaptui.box.lambda;

import io.vertx.core.http.HttpServerRequest;

/** Where a worker stands: Starting, then Idle and Busy in turn with Settling between, and Ended for good. */
sealed interface WorkerState {
    /** The process runs and has not asked for work yet. */
    record Starting() implements WorkerState {}

    /** It waits for work: its question is held open. */
    record Idle(HttpServerRequest question) implements WorkerState {}

    /** It works; the timer is the function's timeout; cold if the caller waited for its start. */
    record Busy(Invocation invocation, long timer, boolean cold) implements WorkerState {}

    /** It answered and has not asked again yet. */
    record Settling() implements WorkerState {}

    /** The process is gone or being killed. */
    record Ended() implements WorkerState {}
}
