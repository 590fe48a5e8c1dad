package io.liaptui.box.chaos.hostile;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** Somebody who looks at the lobby and does nothing; counts what is sent there. */
public final class LobbyVisitor implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final AtomicLong bytes = new AtomicLong();

    /** Enters. */
    public LobbyVisitor(URI site) {
        vertx.runOnContext(v -> LobbyDoor.client(vertx, site, 1)
                .connect(LobbyDoor.of(site))
                .onSuccess(socket -> {
                    socket.textMessageHandler(text -> bytes.addAndGet(text.getBytes(StandardCharsets.UTF_8).length));
                    LobbyDoor.enter(socket);
                }));
    }

    /** What it was sent so far. */
    public long bytes() {
        return bytes.get();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
