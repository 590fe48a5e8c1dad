package io.liaptui.ws.redis;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.redis.client.RedisOptions;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One address that leads to whichever server is the primary, as a managed Redis has it; it may be slow. */
public final class Endpoint implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final Set<NetSocket> clients = ConcurrentHashMap.newKeySet();
    private final NetServer server;
    private volatile RedisProcess target;
    private volatile Duration delay = Duration.ZERO;

    public Endpoint(RedisProcess target) {
        this.target = target;
        server = vertx.createNetServer().connectHandler(this::accept);
        server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
    }

    public RedisOptions options() {
        return new RedisOptions().setConnectionString("redis://127.0.0.1:" + server.actualPort());
    }

    /** From now on connections lead there; those that exist stay. */
    public void leadTo(RedisProcess other) {
        target = other;
    }

    /** Everything a server says comes so much later. */
    public void slowDown(Duration by) {
        delay = by;
    }

    /** Cuts all connections. */
    public void cut() {
        clients.forEach(NetSocket::close);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void accept(NetSocket client) {
        client.pause();
        clients.add(client);
        client.closeHandler(_ -> clients.remove(client));
        vertx.createNetClient()
                .connect(target.port(), "127.0.0.1")
                .onFailure(_ -> client.close())
                .onSuccess(redis -> {
                    client.handler(redis::write);
                    redis.handler(answer -> later(client, answer));
                    client.closeHandler(_ -> {
                        clients.remove(client);
                        redis.close();
                    });
                    redis.closeHandler(_ -> client.close());
                    client.resume();
                });
    }

    private void later(NetSocket client, Buffer answer) {
        long ms = delay.toMillis();
        if (ms == 0) {
            client.write(answer);
        } else {
            vertx.setTimer(ms, _ -> client.write(answer));
        }
    }
}
