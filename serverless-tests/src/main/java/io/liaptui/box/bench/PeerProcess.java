package io.liaptui.box.bench;

import io.liaptui.box.process.Child;
import io.liaptui.box.process.Launch;
import io.liaptui.box.process.Processes;
import io.liaptui.box.redis.RedisAdmin;
import io.liaptui.box.run.BoxFailure;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The running {@link Peer}, with the same flags of the JVM as the function and the very bytes that it answered. */
final class PeerProcess {
    private static final String NAME = "peer";
    private static final Duration START = Duration.ofSeconds(20);
    private static final Duration BETWEEN = Duration.ofMillis(20);

    private final Child child;
    private final URI uri;

    private PeerProcess(Child child, URI uri) {
        this.child = child;
        this.uri = uri;
    }

    static PeerProcess start(Processes processes, URI redis, Path log) throws IOException, InterruptedException {
        int port = freePort();
        Child child = processes.start(new Launch(
                NAME,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Peer.class.getName(),
                        Integer.toString(port),
                        Integer.toString(redis.getPort())),
                Map.of(),
                true,
                log.toAbsolutePath().getParent(),
                log));
        long deadline = System.nanoTime() + START.toNanos();
        while (!listens(port)) {
            if (child.ended(BETWEEN) || System.nanoTime() > deadline) {
                throw new BoxFailure("The peer did not start: " + child.lastLines(3));
            }
        }
        return new PeerProcess(child, URI.create("http://127.0.0.1:" + port));
    }

    /** Gives it what to answer. */
    static void fill(Vertx vertx, URI redis, Map<String, byte[]> answers) throws IOException, InterruptedException {
        try (RedisAdmin admin = new RedisAdmin(vertx, redis.toString())) {
            for (Map.Entry<String, byte[]> answer : answers.entrySet()) {
                admin.ask(List.of(Request.cmd(Command.SET)
                        .arg(Peer.key(answer.getKey()))
                        .arg(io.vertx.core.buffer.Buffer.buffer(answer.getValue()))));
            }
        }
    }

    URI uri() {
        return uri;
    }

    Duration cpu() {
        return ProcessFigures.cpu(child.pid());
    }

    double residentMb() throws IOException {
        return ProcessFigures.resident(child.pid()) / (double) (1 << 20);
    }

    private static boolean listens(int port) {
        try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return probe.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
