package io.liaptui.box.chaos.fleet;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One connection through a proxy. Lives on the event loop of the near socket. */
final class ProxyLink {
    private final Context context;
    private final Vertx vertx;
    private final NetSocket near;
    private final Supplier<ProxyMode> mode;
    private final PublishLoss loss = new PublishLoss();
    private Runnable end = () -> {};
    private volatile @Nullable NetSocket far;
    private boolean closed;

    ProxyLink(Vertx vertx, NetSocket near, Supplier<ProxyMode> mode) {
        this.context = vertx.getOrCreateContext();
        this.vertx = vertx;
        this.near = near;
        this.mode = mode;
        near.closeHandler(gone -> close());
        near.exceptionHandler(known -> {});
    }

    void onEnd(Runnable action) {
        end = action;
    }

    boolean joined() {
        return far != null;
    }

    void join(NetSocket server) {
        server.pause();
        context.runOnContext(v -> {
            if (closed || far != null) {
                server.close();
                return;
            }
            far = server;
            server.closeHandler(gone -> close());
            server.exceptionHandler(known -> {});
            flow(near, server, bytes -> loss.apply(bytes, mode.get().dropped()));
            flow(server, near, UnaryOperator.identity());
            apply();
        });
    }

    private void flow(NetSocket from, NetSocket to, UnaryOperator<Buffer> filter) {
        Deque<Buffer> late = new ArrayDeque<>();
        from.handler(bytes -> {
            Buffer passed = filter.apply(bytes);
            long millis = mode.get().delay().toMillis();
            // What was late stays in front
            if (millis == 0 && late.isEmpty()) {
                write(from, to, passed);
            } else {
                late.add(passed);
                vertx.setTimer(Math.max(1, millis), t -> {
                    Buffer next = late.poll();
                    if (next != null) {
                        write(from, to, next);
                    }
                });
            }
        });
    }

    private void write(NetSocket from, NetSocket to, Buffer bytes) {
        to.write(bytes);
        if (to.writeQueueFull()) {
            from.pause();
            to.drainHandler(free -> {
                if (!mode.get().held()) {
                    from.resume();
                }
            });
        }
    }

    /** The proxy's mode is another one. */
    void changed() {
        context.runOnContext(v -> apply());
    }

    private void apply() {
        NetSocket server = far;
        if (server == null) {
            return;
        }
        if (mode.get().held()) {
            near.pause();
            server.pause();
        } else {
            near.resume();
            server.resume();
        }
    }

    void close() {
        context.runOnContext(v -> {
            if (closed) {
                return;
            }
            closed = true;
            near.close();
            NetSocket server = far;
            if (server != null) {
                server.close();
            }
            end.run();
        });
    }
}
