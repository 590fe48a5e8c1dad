package io.liaptui.ws.departure;

import io.liaptui.common.protocol.CloseCode;
import io.liaptui.common.protocol.ServerCodec;
import io.liaptui.common.protocol.ServerMessage;
import io.liaptui.ws.actor.Timers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Sends the sockets of this node to another one: each is told when to come back, and closed with 1012, so many at once.
 * Left alone, the server would close them with 1000, from which the existing client does not come back. Threading: any
 * thread; nothing blocks.
 */
public final class Farewell {
    private static final String REASON = "this node stops, another one is there";

    private final Sockets sockets;
    private final Timers timers;
    private final RandomGenerator random;
    private final Pace pace;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /**
     * How fast.
     *
     * @param sockets closed together
     * @param every from one such batch to the next
     * @param spread over which clients come back
     */
    public record Pace(int sockets, Duration every, Duration spread) {
        public Pace {
            if (sockets < 1) {
                throw new IllegalArgumentException("liap.leave.sockets must be at least 1, not " + sockets);
            }
        }
    }

    public Farewell(Sockets sockets, Timers timers, RandomGenerator random, Pace pace) {
        this.sockets = sockets;
        this.timers = timers;
        this.random = random;
        this.pace = pace;
    }

    /** Those in the lobby: nothing that they could do here would still be right. */
    CompletionStage<Void> lobby() {
        return close(Sockets.Socket::isLobby);
    }

    /** All that are left; each is closed once. Done when their frames have had time to go out. */
    CompletionStage<Void> everybody() {
        return close(socket -> true);
    }

    /** All at once and without a word. */
    void atOnce() {
        sockets.open().forEach(socket -> socket.close(CloseCode.DRAIN, REASON));
    }

    private CompletionStage<Void> close(Predicate<Sockets.Socket> which) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        closeSome(which, done);
        return done;
    }

    private void closeSome(Predicate<Sockets.Socket> which, CompletableFuture<Void> done) {
        List<? extends Sockets.Socket> next = sockets.open().stream()
                .filter(which)
                .filter(socket -> !told.contains(socket.id()))
                .limit(pace.sockets())
                .toList();
        if (next.isEmpty()) {
            done.complete(null);
            return;
        }
        for (Sockets.Socket socket : next) {
            if (told.add(socket.id())) {
                socket.say(ServerCodec.encode(new ServerMessage.ServerShutdown(delay())));
                socket.close(CloseCode.DRAIN, REASON);
            }
        }
        timers.after(pace.every(), () -> closeSome(which, done));
    }

    /** Another for each client, or they would all come at the same moment. */
    private Duration delay() {
        return Duration.ofMillis(random.nextLong(pace.spread().toMillis() + 1));
    }
}
