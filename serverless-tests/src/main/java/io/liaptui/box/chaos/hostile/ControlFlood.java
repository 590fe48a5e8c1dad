package io.liaptui.box.chaos.hostile;

import io.liaptui.box.player.Loopback;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sockets of one address that send pings, pongs and empty fragments as fast as somebody takes them, and never read. One that
 * is closed comes again. Goes on until it is closed; on a thread of its own, apart from those of the players.
 */
public final class ControlFlood implements AutoCloseable {
    private static final int BATCH = 64;
    private static final int FIN = 0x80;
    private static final int CONTINUATION = 0x0;
    private static final int TEXT = 0x1;
    private static final int PING = 0x9;
    private static final int PONG = 0xA;
    private static final int LONGEST = 125;
    private static final long AGAIN_MILLIS = 250;

    /** What one socket repeats; the first has to open a message for its fragments. */
    private enum Kind {
        PINGS(Buffer.buffer(), RawSocket.frame(FIN | PING, LONGEST)),
        PONGS(Buffer.buffer(), RawSocket.frame(FIN | PONG, LONGEST)),
        FRAGMENTS(RawSocket.frame(TEXT, 0), RawSocket.frame(CONTINUATION, 0));

        private final Buffer first;
        private final Buffer batch = Buffer.buffer();

        Kind(Buffer first, Buffer repeated) {
            this.first = first;
            for (int i = 0; i < BATCH; i++) {
                batch.appendBuffer(repeated);
            }
        }
    }

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final AtomicLong frames = new AtomicLong();
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean closed;

    /**
     * Begins.
     *
     * @param sites where the sockets go, in turn; a front door, or a node itself
     * @param sockets at a time
     */
    public ControlFlood(List<URI> sites, int sockets) {
        NetClient client = vertx.createNetClient(
                new NetClientOptions().setTcpNoDelay(true).setLocalAddress(Loopback.somebody(sites.getFirst())));
        for (int i = 0; i < sockets; i++) {
            // Every kind to every site
            Kind kind = Kind.values()[i / sites.size() % Kind.values().length];
            URI site = sites.get(i % sites.size());
            vertx.runOnContext(v -> open(client, site, kind));
        }
    }

    private void open(NetClient client, URI site, Kind kind) {
        if (closed) {
            return;
        }
        RawSocket.open(client, site)
                .onSuccess(socket -> {
                    opened.incrementAndGet();
                    socket.exceptionHandler(known -> socket.close());
                    socket.closeHandler(gone -> again(client, site, kind));
                    socket.write(kind.first);
                    send(socket, kind);
                })
                .onFailure(why -> {
                    refused.incrementAndGet();
                    again(client, site, kind);
                });
    }

    private void again(NetClient client, URI site, Kind kind) {
        vertx.setTimer(AGAIN_MILLIS, t -> open(client, site, kind));
    }

    private void send(NetSocket socket, Kind kind) {
        if (closed) {
            return;
        }
        if (socket.writeQueueFull()) {
            socket.drainHandler(free -> send(socket, kind));
            return;
        }
        frames.addAndGet(BATCH);
        // One after the other: all sockets share the thread
        socket.write(kind.batch.copy()).onSuccess(sent -> vertx.runOnContext(v -> send(socket, kind)));
    }

    /** What it did, for people. */
    public String text() {
        return String.format(
                Locale.ROOT, "%,d frames on %d sockets, %d refused", frames.get(), opened.get(), refused.get());
    }

    @Override
    public void close() {
        closed = true;
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
