package io.liaptui.box.front;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.box.front.rules.ListenerRules;
import io.liaptui.box.front.rules.RulesFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Sides of a tunnel that send without reading, and requests that never come to their end. Ten seconds are one here. */
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class FloodTest {
    private static final String[] UPGRADE = {
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="
    };
    private static final byte[] PIECE = new byte[64 * 1024];

    /** What kernels and the front door may hold of one direction. */
    private static final long MOST_ON_ITS_WAY = 24L * 1024 * 1024;

    private static final long NUMBERED = 40_000_000;

    private final AtomicLong sent = new AtomicLong();
    private Site site;
    private Node node;

    /** Answers upgrades with 101 and then does what the test wants. */
    private static final class Node implements AutoCloseable {
        final List<Socket> sockets = new ArrayList<>();
        private final ServerSocket server;

        Node() throws IOException {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        }

        URI uri() {
            return URI.create("http://127.0.0.1:" + server.getLocalPort());
        }

        /** The next tunnel; connections of health checks are passed over. */
        Socket accept() throws IOException {
            while (true) {
                Socket socket = server.accept();
                if (head(socket.getInputStream()).startsWith("GET /ws/")) {
                    sockets.add(socket);
                    socket.getOutputStream()
                            .write(
                                    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n"
                                            .getBytes(StandardCharsets.ISO_8859_1));
                    return socket;
                }
                socket.close();
            }
        }

        private static String head(InputStream in) throws IOException {
            StringBuilder head = new StringBuilder();
            for (int c = in.read(); c >= 0 && head.indexOf("\r\n\r\n") < 0; c = in.read()) {
                head.append((char) c);
                if (head.indexOf("\r\n\r\n") >= 0) {
                    break;
                }
            }
            return head.toString();
        }

        @Override
        public void close() throws IOException {
            server.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    @BeforeEach
    void start(@TempDir Path directory) throws Exception {
        site = new Site(ListenerRules.read(RulesFile.PATH), directory, 0.1, 1);
        site.targets().remove(site.nodes.getFirst().uri());
        node = new Node();
        site.targets().add(node.uri(), site.nodes.getFirst().uri().getPort());
        Wait.value(site.targets().whenHealthy(1));
    }

    @AfterEach
    void stop() throws IOException {
        node.close();
        site.close();
    }

    private RawClient open(List<CompletableFuture<Socket>> accepted) throws IOException {
        CompletableFuture<Socket> end = CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return node.accept();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                Thread::startVirtualThread);
        accepted.add(end);
        RawClient client = site.connect();
        assertThat(client.ask("GET /ws/any", UPGRADE).status()).isEqualTo(101);
        end.join();
        return client;
    }

    /** Returns when the other side takes no more, since it is gone. */
    private void floodFrom(RawClient client) {
        try {
            while (true) {
                client.write(PIECE);
                sent.addAndGet(PIECE.length);
            }
        } catch (IOException cut) {
            assertThat(cut).isNotNull();
        }
    }

    @Test
    void aNodeThatDoesNotReadIsNotOverfedAndThenCut() throws Exception {
        List<CompletableFuture<Socket>> ends = new ArrayList<>();
        try (RawClient client = open(ends)) {
            floodFrom(client);
        }
        assertThat(sent).hasValueLessThan(MOST_ON_ITS_WAY);
        Wait.until("the lease ends", () -> site.targets().states().getLast().connections() == 0);
    }

    @Test
    void aBrowserThatDoesNotReadIsNotOverfedAndThenCut() throws Exception {
        List<CompletableFuture<Socket>> ends = new ArrayList<>();
        try (RawClient client = open(ends)) {
            Socket end = ends.getFirst().join();
            try {
                while (true) {
                    end.getOutputStream().write(PIECE);
                    sent.addAndGet(PIECE.length);
                }
            } catch (IOException cut) {
                assertThat(sent).hasValueLessThan(MOST_ON_ITS_WAY);
            }
            assertThat(client).isNotNull();
        }
    }

    /** Far more than fits on the way, at the pace of who reads. */
    @Test
    void whoReadsSlowlyGetsAllOfItBothWays() throws Exception {
        List<CompletableFuture<Socket>> ends = new ArrayList<>();
        try (RawClient client = open(ends)) {
            Socket end = ends.getFirst().join();
            InputStream in = end.getInputStream();
            CompletableFuture<Void> there = inTheBackground(() -> sendNumbered(client::write));
            byte[] some = new byte[1000];
            for (long at = 0; at < NUMBERED; at += some.length) {
                assertThat(in.readNBytes(some, 0, some.length)).isEqualTo(some.length);
                for (int i = 0; i < some.length; i++) {
                    assertNumber(some[i], at + i);
                }
            }
            there.join();

            CompletableFuture<Void> back = inTheBackground(() -> sendNumbered(end.getOutputStream()::write));
            for (long at = 0; at < NUMBERED; at++) {
                assertNumber((byte) client.read(), at);
            }
            back.join();
        }
    }

    private interface Writing {
        void write(byte[] bytes) throws IOException;
    }

    private static void sendNumbered(Writing to) throws IOException {
        byte[] piece = new byte[100_000];
        for (long at = 0; at < NUMBERED; at += piece.length) {
            for (int i = 0; i < piece.length; i++) {
                piece[i] = number(at + i);
            }
            to.write(piece);
        }
    }

    /** No piece of 64 KB is like another one. */
    private static byte number(long at) {
        return (byte) (at ^ at >> 8 ^ at >> 16 ^ at >> 24);
    }

    private static void assertNumber(byte is, long at) {
        if (is != number(at)) {
            throw new AssertionError("another byte at " + at);
        }
    }

    private interface Task {
        void run() throws IOException;
    }

    private static CompletableFuture<Void> inTheBackground(Task task) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        task.run();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                Thread::startVirtualThread);
    }

    /** The front door went on reading from such browsers for ever, and did nothing else. */
    @Test
    void browsersThatFloodANodeWhichDiesAreCutAndOthersAreServed() throws Exception {
        List<CompletableFuture<Socket>> ends = new ArrayList<>();
        List<RawClient> clients = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            clients.add(open(ends));
        }
        List<CompletableFuture<Void>> floods = new ArrayList<>();
        for (RawClient client : clients) {
            floods.add(CompletableFuture.runAsync(() -> floodFrom(client), Thread::startVirtualThread));
        }
        Wait.until("they flood", () -> sent.get() > 12L * PIECE.length);
        node.close();

        for (CompletableFuture<Void> flood : floods) {
            flood.join();
        }
        try (RawClient other = site.connect()) {
            assertThat(other.ask("GET /health").status()).isEqualTo(200);
        }
        for (RawClient client : clients) {
            client.close();
        }
    }

    @Test
    void halfRequestsEndInTimeAndByteByByteToo() throws Exception {
        List<RawClient> waiting = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            RawClient client = site.connect();
            waiting.add(client);
            client.write("GET /ws/any HTTP/1.1\r\nHost: play.exa"
                    .substring(0, i % 30)
                    .getBytes(StandardCharsets.US_ASCII));
        }
        RawClient slow = site.connect();
        waiting.add(slow);
        CompletableFuture<Void> drip = CompletableFuture.runAsync(() -> drip(slow), Thread::startVirtualThread);

        for (RawClient client : waiting) {
            assertThat(ends(client)).isTrue();
            client.close();
        }
        drip.join();
    }

    @Test
    void aSecondRequestHasADeadlineAsWell() throws Exception {
        try (RawClient client = site.connect()) {
            assertThat(client.ask("GET /health").status()).isEqualTo(200);
            client.write("GET /health HTTP/1.1\r\nX: ".getBytes(StandardCharsets.US_ASCII));
            drip(client);
            assertThat(ends(client)).isTrue();
        }
    }

    private static void drip(RawClient client) {
        try {
            while (true) {
                client.write(new byte[] {'x'});
                Thread.sleep(50);
            }
        } catch (IOException | InterruptedException cut) {
            assertThat(cut).isInstanceOf(IOException.class);
        }
    }

    private static boolean ends(RawClient client) throws IOException {
        try {
            return client.read() < 0;
        } catch (SocketException reset) {
            return true;
        }
    }
}
