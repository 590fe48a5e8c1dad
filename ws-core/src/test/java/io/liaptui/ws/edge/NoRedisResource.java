package io.liaptui.ws.edge;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A node that is to run without Redis; where Redis would be, somebody counts who knocks. */
public final class NoRedisResource implements QuarkusTestResourceLifecycleManager {
    /** How often a connection was opened to where Redis would be. */
    public record Knocks(AtomicInteger count) {}

    private final Knocks knocks = new Knocks(new AtomicInteger());
    private ServerSocket door;

    @Override
    public Map<String, String> start() {
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::count);
        return Map.of(
                "quarkus.redis.hosts",
                "redis://127.0.0.1:" + door.getLocalPort(),
                "liap.journal",
                "memory",
                "liap.pace",
                "0",
                "liap.node",
                "alone");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(knocks, new TestInjector.MatchesType(Knocks.class));
    }

    @Override
    public void stop() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void count() {
        try {
            while (true) {
                door.accept().close();
                knocks.count().incrementAndGet();
            }
        } catch (IOException e) {
            // Closed: the test is over
        }
    }
}
