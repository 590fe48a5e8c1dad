package io.liaptui.box.lambda;

import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import java.util.UUID;

/** One event on its way through the function. */
record Invocation(String id, Buffer event, Promise<Outcome> outcome) {
    static Invocation of(Buffer event) {
        return new Invocation(UUID.randomUUID().toString(), event, Promise.promise());
    }

    /** The first outcome counts: an answer that comes after the time-out is nobody's. */
    void end(Outcome how) {
        outcome.tryComplete(how);
    }
}
