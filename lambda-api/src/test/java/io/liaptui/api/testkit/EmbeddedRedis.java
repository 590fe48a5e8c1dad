package io.liaptui.api.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import redis.embedded.RedisServer;

/** A real Redis for the application under test; also reaches into test instances as {@link Switch}. */
public final class EmbeddedRedis implements QuarkusTestResourceLifecycleManager {
    private @Nullable RedisServer server;
    private int port;

    @Override
    public Map<String, String> start() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        on();
        return Map.of("quarkus.redis.hosts", "redis://127.0.0.1:" + port, "test.redis.port", Integer.toString(port));
    }

    @Override
    public void stop() {
        off();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(
                new Switch() {
                    @Override
                    public void on() {
                        EmbeddedRedis.this.on();
                    }

                    @Override
                    public void off() {
                        EmbeddedRedis.this.off();
                    }

                    @Override
                    public int port() {
                        return port;
                    }
                },
                new TestInjector.MatchesType(Switch.class));
    }

    private void on() {
        try {
            server = RedisServer.newRedisServer()
                    .port(port)
                    .bind("127.0.0.1")
                    .setting("save \"\"")
                    .build();
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void off() {
        try {
            if (server != null) {
                server.stop();
                server = null;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Turns Redis off and on again, empty. */
    public interface Switch {
        void on();

        void off();

        int port();
    }
}
