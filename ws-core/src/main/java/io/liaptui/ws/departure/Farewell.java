package io.liaptui.ws.departure;

import io.liaptui.common.protocol.CloseCode;
import io.liaptui.common.protocol.ServerCodec;
import io.liaptui.common.protocol.ServerMessage;
import io.liaptui.ws.actor.Loop;
import io.liaptui.ws.actor.Timers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Sends the sockets of this node to another one, so many at once. The existing client is told when to come back, and its
 * socket closed with 1012; left alone, the server would close it with 1000, from which it does not come back. Our own
 * client is told to open another socket first, which it does while it goes on with this one: it leaves this one itself,
 * and only if that takes too long, or if there is no other ready node, it is sent away like the others. Threading: any
 * thread; nothing blocks.
 */
public final class Farewell {
    private static final String REASON = "this node stops, another one is there";
    private static final String MESSAGE = "This server is being renewed. Your game goes on on another one.";

    private final Sockets sockets;
    private final Timers timers;
    private final RandomGenerator random;
    private final Pace pace;
    private final BooleanSupplier othersReady;
    private final Map<String, Long> told = new ConcurrentHashMap<>();
    private final Set<String> closed = ConcurrentHashMap.newKeySet();

    /**
     * How fast.
     *
     * @param sockets told or closed together; more, if all would take longer than the spread
     * @param every from one such batch to the next
     * @param spread over which clients come back, at most
     * @param successor for a client to open another socket
     */
    public record Pace(int sockets, Duration every, Duration spread, Duration successor) {
        public Pace {
            if (sockets < 1) {
                throw new IllegalArgumentException("liap.leave.sockets must be at least 1, not " + sockets);
            }
        }

        /** As many at once as bring all of them away within the spread. */
        private int atOnce(int all) {
            long batches = Math.max(1, spread.dividedBy(every));
            return (int) Math.max(sockets, Math.ceilDiv(all, batches));
        }

        /** What these take at the usual pace: a few need no spread. */
        private Duration spread(int all) {
            Duration needed = every.multipliedBy(all).dividedBy(sockets);
            return needed.compareTo(spread) < 0 ? needed : spread;
        }
    }

    /**
     * @param othersReady whether another node would take a socket
     */
    public Farewell(Sockets sockets, Timers timers, RandomGenerator random, Pace pace, BooleanSupplier othersReady) {
        this.sockets = sockets;
        this.timers = timers;
        this.random = random;
        this.pace = pace;
        this.othersReady = othersReady;
    }

    /** Those in the lobby: nothing that they could do here would still be right. */
    CompletionStage<Void> lobby() {
        return send(Sockets.Socket::isLobby);
    }

    /** Those that lose nothing by going while rooms still move. */
    void early() {
        send(Sockets.Socket::isModern);
    }

    /** All that are left; each is closed once. Done when their frames have had time to go out. */
    CompletionStage<Void> everybody() {
        return send(socket -> true);
    }

    /** All at once and without a word. */
    void atOnce() {
        sockets.open().forEach(socket -> socket.close(CloseCode.DRAIN, REASON));
    }

    private CompletionStage<Void> send(Predicate<Sockets.Socket> which) {
        int all = (int) sockets.open().stream().filter(which).count();
        CompletableFuture<Void> done = new CompletableFuture<>();
        int most = pace.atOnce(all);
        Duration spread = pace.spread(all);
        Loop loop = new Loop(timers, pace.every(), () -> sendSome(which, most, spread, done));
        done.whenComplete((_, _) -> loop.end());
        loop.start();
        return done;
    }

    private void sendSome(Predicate<Sockets.Socket> which, int most, Duration spread, CompletableFuture<Void> done) {
        List<? extends Sockets.Socket> left = sockets.open().stream()
                .filter(which)
                .filter(socket -> !closed.contains(socket.id()))
                .toList();
        if (left.isEmpty()) {
            done.complete(null);
            return;
        }
        boolean others = othersReady.getAsBoolean();
        left.stream()
                .filter(socket -> isDue(socket, others))
                .limit(most)
                .forEach(socket -> send(socket, others, spread));
    }

    /** Whether something has to be done now; not with one that has been told to open another, and has time to do it. */
    private boolean isDue(Sockets.Socket socket, boolean others) {
        Long since = told.get(socket.id());
        return since == null
                || !others
                || timers.now() - since >= pace.successor().toMillis();
    }

    private void send(Sockets.Socket socket, boolean others, Duration spread) {
        if (socket.isModern() && others && !told.containsKey(socket.id())) {
            if (told.putIfAbsent(socket.id(), timers.now()) == null) {
                socket.say(ServerCodec.encode(new ServerMessage.OpenAnother(pace.successor(), MESSAGE)));
            }
        } else if (closed.add(socket.id())) {
            socket.say(ServerCodec.encode(new ServerMessage.ServerShutdown(delay(spread), MESSAGE)));
            socket.close(CloseCode.DRAIN, REASON);
        }
    }

    /** Another for each client, or they would all come at the same moment. */
    private Duration delay(Duration spread) {
        return Duration.ofMillis(random.nextLong(spread.toMillis() + 1));
    }
}
