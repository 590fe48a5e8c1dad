package io.liaptui.ws.relay;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/**
 * What waits for one peer. One envelope is on its way at a time, so order is kept while it is repeated; what comes
 * meanwhile gathers for the next. Full, or without a receiver for too long: dropped and counted, for the protocol heals
 * gaps. Threading: any thread.
 */
final class Outgoing {
    private enum State {
        IDLE,
        GATHERING,
        SENDING
    }

    private final Vertx vertx;
    private final RelaySettings settings;
    private final Function<List<byte[]>, Future<Integer>> publish;
    private final Runnable onGivenUp;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private State state = State.IDLE;
    private long timer;
    private long bytes;
    private long dropped;

    /**
     * @param publish sends one envelope; the number of receivers
     * @param onGivenUp told when nobody listened for too long
     */
    Outgoing(Vertx vertx, RelaySettings settings, Function<List<byte[]>, Future<Integer>> publish, Runnable onGivenUp) {
        this.vertx = vertx;
        this.settings = settings;
        this.publish = publish;
        this.onGivenUp = onGivenUp;
    }

    synchronized void offer(byte[] message) {
        if (bytes + message.length > settings.queueBytes()) {
            dropped++;
            return;
        }
        waiting.add(message);
        bytes += message.length;
        if (state == State.IDLE) {
            state = State.GATHERING;
            timer = vertx.setTimer(Math.max(1, settings.batchDelay().toMillis()), _ -> gathered());
        }
        if (state == State.GATHERING && bytes >= settings.batchBytes()) {
            vertx.cancelTimer(timer);
            sendNext();
        }
    }

    synchronized long dropped() {
        return dropped;
    }

    private synchronized void gathered() {
        if (state == State.GATHERING) {
            sendNext();
        }
    }

    /** Takes as many messages as an envelope holds, at least one; they count as waiting until they went. */
    private void sendNext() {
        List<byte[]> batch = new ArrayList<>();
        long size = 0;
        while (!waiting.isEmpty() && (batch.isEmpty() || size + waiting.getFirst().length <= settings.batchBytes())) {
            byte[] message = waiting.removeFirst();
            size += message.length;
            batch.add(message);
        }
        if (batch.isEmpty()) {
            state = State.IDLE;
            return;
        }
        state = State.SENDING;
        send(batch, System.nanoTime());
    }

    private void send(List<byte[]> batch, long begun) {
        attempt(batch).onComplete(result -> {
            if (result.succeeded() && result.result() > 0) {
                went(batch);
            } else if (System.nanoTime() - begun < settings.repeatFor().toNanos()) {
                vertx.setTimer(Math.max(1, settings.repeatAfter().toMillis()), _ -> send(batch, begun));
            } else {
                giveUp(batch);
            }
        });
    }

    /** One that cannot even be begun is one that failed: else this peer would wait for its answer for ever. */
    private Future<Integer> attempt(List<byte[]> batch) {
        try {
            return publish.apply(batch);
        } catch (Throwable failure) {
            return Future.failedFuture(failure);
        }
    }

    private synchronized void went(List<byte[]> batch) {
        bytes -= batch.stream().mapToLong(message -> message.length).sum();
        sendNext();
    }

    private void giveUp(List<byte[]> batch) {
        synchronized (this) {
            dropped += batch.size() + waiting.size();
            waiting.clear();
            bytes = 0;
            state = State.IDLE;
        }
        onGivenUp.run();
    }
}
