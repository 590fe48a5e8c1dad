package io.liaptui.ws.room;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.ws.actor.Timers;
import io.liaptui.ws.relay.Relay;
import io.liaptui.ws.relay.RelayMessage;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells successors that rooms are theirs, again and again until they say that they run them. If one never does, its own
 * look at the rooms named to it finds the room, or whoever takes over from it. Threading: any thread.
 */
final class RoomOffers {
    private static final Duration AGAIN = Duration.ofMillis(300);
    private static final int TIMES = 10;

    private final Map<RoomId, Offer> open = new ConcurrentHashMap<>();
    private final Relay relay;
    private final Timers timers;

    private record Offer(NodeId to, long epoch, CompletableFuture<Boolean> taken) {}

    RoomOffers(Relay relay, Timers timers) {
        this.relay = relay;
        this.timers = timers;
    }

    /** True once the successor says that it has the room, false if it says nothing for about 3 s. */
    CompletionStage<Boolean> offer(RoomId room, NodeId successor, long epoch) {
        Offer offer = new Offer(successor, epoch, new CompletableFuture<>());
        open.put(room, offer);
        offer.taken().whenComplete((taken, failure) -> open.remove(room, offer));
        attempt(room, offer, TIMES);
        return offer.taken();
    }

    void taken(NodeId from, RelayMessage.Taken taken) {
        Offer offer = open.get(taken.room());
        if (offer != null && offer.to().equals(from) && taken.epoch() >= offer.epoch()) {
            offer.taken().complete(true);
        }
    }

    private void attempt(RoomId room, Offer offer, int left) {
        if (offer.taken().isDone()) {
            return;
        }
        if (left == 0) {
            offer.taken().complete(false);
            return;
        }
        relay.send(offer.to(), new RelayMessage.Take(room, offer.epoch()));
        timers.after(AGAIN, () -> attempt(room, offer, left - 1));
    }
}
