package io.liaptui.ws.redis;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import redis.embedded.RedisServer;
import redis.embedded.core.RedisServerBuilder;

/**
 * A real Redis 6.2 on a free port of this machine, which tests may freeze, stop and start again (empty). Another release
 * takes its place with {@code -Dliap.test.redis=<path of redis-server>}.
 */
public final class RedisProcess implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final int port;
    private final RedisLine line;
    private RedisServer server;
    private long pid;
    private boolean frozen;

    public RedisProcess() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server = begin();
        RedisOptions everything = new RedisOptions().setConnectionString("redis://127.0.0.1:" + port);
        line = new RedisLine(vertx, everything, settings(RedisSettings.class), "test");
    }

    public Vertx vertx() {
        return vertx;
    }

    /** As a node, with the rights it has on AWS; {@link #run} may do everything. */
    public RedisOptions options() {
        String user = CacheRights.USER;
        return new RedisOptions().setConnectionString("redis://" + user + ":" + user + "@127.0.0.1:" + port);
    }

    /** A group of settings with its defaults, but for {@code changes} such as {@code "liap.redis.deadline", "100ms"}. */
    public static <S> S settings(Class<S> group, String... changes) {
        // A test of a running node leaves its own class loader in the thread, whose converters are not ours
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .forClassLoader(RedisProcess.class.getClassLoader())
                .addDiscoveredConverters()
                .withMapping(group);
        for (int i = 0; i < changes.length; i += 2) {
            builder.withDefaultValue(changes[i], changes[i + 1]);
        }
        SmallRyeConfig config = builder.build();
        return config.getConfigMapping(group);
    }

    /** Carries out one command, here and now. */
    public @Nullable Response run(Command command, Object... arguments) {
        Request request = Request.cmd(command);
        for (Object argument : arguments) {
            if (argument instanceof Buffer bytes) {
                request.arg(bytes);
            } else {
                request.arg(String.valueOf(argument));
            }
        }
        try {
            return line.send(request).toCompletionStage().toCompletableFuture().get(10, SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(command + " failed", e);
        }
    }

    /** SIGSTOP: connections stay open, nothing is answered. */
    public void freeze() {
        pid = pid(run(Command.INFO, "server"));
        signal("STOP");
        frozen = true;
    }

    /** SIGCONT: what was sent in the meantime is carried out now. */
    public void thaw() {
        signal("CONT");
        frozen = false;
    }

    public int port() {
        return port;
    }

    /** Receives what the other one writes, from now on; returns when it has everything. */
    public void replicaOf(RedisProcess primary) {
        run(Command.REPLICAOF, "127.0.0.1", primary.port);
        Eventually.until("a replica in step", () -> String.valueOf(run(Command.INFO, "replication"))
                .contains("master_link_status:up"));
    }

    /** Takes writes of its own. */
    public void promote() {
        run(Command.REPLICAOF, "NO", "ONE");
    }

    /** SIGKILL: nothing is said any more, and nothing saved. */
    public void kill() {
        pid = pid(run(Command.INFO, "server"));
        signal("KILL");
        stop();
    }

    public void stop() {
        try {
            server.stop();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts again on the same port: no keys, no scripts. */
    public void startEmpty() {
        server = begin();
    }

    @Override
    public void close() {
        if (frozen) {
            thaw();
        }
        line.close();
        stop();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private RedisServer begin() {
        try {
            RedisServerBuilder builder = RedisServer.newRedisServer();
            String other = System.getProperty("liap.test.redis");
            if (other != null) {
                builder.executableProvider(() -> Path.of(other).toFile());
            }
            RedisServer started = builder.port(port)
                    .bind("127.0.0.1")
                    .setting("save \"\"")
                    .setting(CacheRights.setting())
                    .setting("repl-diskless-sync-delay 0")
                    .build();
            started.start();
            return started;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void signal(String name) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                    .inheritIO()
                    .start();
            if (kill.waitFor() != 0) {
                throw new IllegalStateException("kill -" + name + " failed");
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asked while it can answer. */
    private static long pid(@Nullable Response server) {
        String info = String.valueOf(server);
        return info.lines()
                .filter(each -> each.startsWith("process_id:"))
                .map(each ->
                        Long.parseLong(each.substring("process_id:".length()).strip()))
                .findFirst()
                .orElseThrow();
    }
}
