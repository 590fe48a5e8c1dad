package io.liaptui.box.chaos.fleet;

import io.liaptui.box.run.Stages;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What stands between one client of Redis and the server: bytes pass unread, until it holds them back, delays them, or
 * lets the connection go to another server. Thread-safe.
 */
public final class RedisProxy implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final NetServer server;
    private final NetClient client;
    private final Set<ProxyLink> links = ConcurrentHashMap.newKeySet();
    private volatile ProxyMode mode = ProxyMode.PLAIN;
    private volatile int target;

    private RedisProxy(Vertx vertx, NetServer server, int target) {
        this.vertx = vertx;
        this.server = server;
        this.client = vertx.createNetClient(new NetClientOptions().setTcpNoDelay(true));
        this.target = target;
    }

    /** Opens a port of its own that leads to this one of the loopback. */
    static RedisProxy open(Vertx vertx, int target) throws InterruptedException {
        NetServer server = vertx.createNetServer();
        RedisProxy proxy = new RedisProxy(vertx, server, target);
        server.connectHandler(proxy::accept);
        Stages.await(server.listen(0, "127.0.0.1").toCompletionStage(), LIMIT);
        return proxy;
    }

    /** Port on the loopback. */
    int port() {
        return server.actualPort();
    }

    /** Where clients connect. */
    String url() {
        return "redis://127.0.0.1:" + port();
    }

    private void accept(NetSocket near) {
        near.pause();
        ProxyLink link = new ProxyLink(vertx, near, () -> mode);
        links.add(link);
        link.onEnd(() -> links.remove(link));
        connect(link);
    }

    private void connect(ProxyLink link) {
        if (mode.held()) {
            // As in a partition: the connection hangs, nobody refuses it
            return;
        }
        Future<NetSocket> far = client.connect(target, "127.0.0.1");
        far.onSuccess(link::join).onFailure(refused -> link.close());
    }

    /** How bytes pass from now on, on open connections too. What was held back is passed on late. */
    public void mode(ProxyMode next) {
        mode = next;
        for (ProxyLink link : links) {
            link.changed();
            if (!next.held() && !link.joined()) {
                connect(link);
            }
        }
    }

    /** Leads to another server; open connections are closed. */
    public void repoint(int port) {
        target = port;
        links.forEach(ProxyLink::close);
    }

    @Override
    public void close() {
        links.forEach(ProxyLink::close);
        server.close();
        client.close();
    }
}
