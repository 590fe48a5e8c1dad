package io.liaptui.box.chaos.fleet;

import io.liaptui.box.process.Child;
import io.liaptui.box.process.Processes;
import io.liaptui.box.redis.EmbeddedRedis;
import io.liaptui.box.redis.RedisAdmin;
import io.liaptui.box.run.BoxFailure;
import io.liaptui.box.run.Folders;
import io.liaptui.box.run.Ports;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One Redis server of a drill; keeps its port over restarts. One thread at a time, but for {@link #admin}. */
public final class RedisServer implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(20);
    private static final long BETWEEN_MILLIS = 20;

    private final Processes processes;
    private final String name;
    private final int port;
    private final Path data;
    private final Path log;
    private final RedisAdmin admin;
    private Child child;

    private RedisServer(
            Processes processes, String name, int port, Path data, Path log, RedisAdmin admin, Child child) {
        this.processes = processes;
        this.name = name;
        this.port = port;
        this.data = data;
        this.log = log;
        this.admin = admin;
        this.child = child;
    }

    /** Starts an empty one and returns when it answers. */
    static RedisServer start(Vertx vertx, Processes processes, String name, Path folder, Path log)
            throws IOException, InterruptedException {
        int port = Ports.free();
        Path data = folder.resolve(name);
        Folders.delete(data);
        Child child = EmbeddedRedis.start(processes, name, port, data, log, List.of());
        RedisAdmin admin = new RedisAdmin(vertx, "redis://127.0.0.1:" + port);
        RedisServer server = new RedisServer(processes, name, port, data, log, admin, child);
        server.awaitAnswer();
        return server;
    }

    /** Port on the loopback. */
    public int port() {
        return port;
    }

    /** Its process id. */
    public long pid() {
        return child.pid();
    }

    /** Asks it directly, past every proxy. */
    public RedisAdmin admin() {
        return admin;
    }

    /** SIGKILL. */
    public void kill() throws InterruptedException {
        child.kill();
    }

    /** Starts it again on the same port without any data, and returns when it answers. */
    public void startEmpty() throws IOException, InterruptedException {
        Folders.delete(data);
        child = EmbeddedRedis.start(processes, name, port, data, log, List.of());
        awaitAnswer();
    }

    /** SIGSTOP. */
    public void freeze() throws IOException, InterruptedException {
        Signals.stop(child.pid());
    }

    /** SIGCONT. */
    public void thaw() throws IOException, InterruptedException {
        Signals.resume(child.pid());
    }

    private void awaitAnswer() throws InterruptedException {
        long deadline = System.nanoTime() + START.toNanos();
        while (true) {
            try {
                admin.ask(Command.PING);
                return;
            } catch (IOException e) {
                if (!child.alive() || System.nanoTime() > deadline) {
                    throw new BoxFailure(name + " does not start: " + String.join(" ", child.lastLines(5)), e);
                }
                TimeUnit.MILLISECONDS.sleep(BETWEEN_MILLIS);
            }
        }
    }

    @Override
    public void close() {
        admin.close();
        try {
            child.kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
