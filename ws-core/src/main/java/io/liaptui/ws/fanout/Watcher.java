package io.liaptui.ws.fanout;

import io.liaptui.common.ids.Seat;
import io.liaptui.ws.actor.Timers;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One socket of an {@link Audience}, and what it has seen. On the audience's thread. */
final class Watcher {
    final RoomSocket socket;
    final @Nullable Seat seat;
    final long generation;
    long epoch;
    long number;
    boolean waiting = true;
    final CompletableFuture<Void> arrived = new CompletableFuture<>();
    Timers.@Nullable Alarm retry;

    Watcher(RoomSocket socket, @Nullable Seat seat, long generation) {
        this.socket = socket;
        this.seat = seat;
        this.generation = generation;
    }

    /** Nothing more is to be done for it. */
    void end() {
        stopRetry();
        arrived.complete(null);
    }

    void stopRetry() {
        if (retry != null) {
            retry.cancel();
            retry = null;
        }
    }
}
