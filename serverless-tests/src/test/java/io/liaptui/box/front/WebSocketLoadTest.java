package io.liaptui.box.front;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.box.front.rules.ListenerRules;
import io.liaptui.box.front.rules.RulesFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** WebSockets through the front door when they are many, quick or slow. */
final class WebSocketLoadTest {
    private static final String[] UPGRADE = {
        "Connection: keep-alive, Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="
    };

    private Site site;
    private TestNode node;

    @BeforeEach
    void start(@TempDir Path directory) throws Exception {
        site = new Site(ListenerRules.read(RulesFile.PATH), directory, 1, 1);
        node = site.nodes.getFirst();
    }

    @AfterEach
    void stop() {
        site.close();
    }

    /** By hand, since the JDK's client now and then loses such bytes itself, without any front door. */
    @Test
    void whatTheNodeSaysTogetherWithTheHandshakeIsNotLost() throws Exception {
        String text = "hello from n1";
        for (int i = 0; i < 200; i++) {
            try (RawClient raw = site.connect()) {
                assertThat(raw.ask("GET /ws/greet", UPGRADE).status()).isEqualTo(101);
                assertThat(raw.exactly(2 + text.length())).endsWith(text.getBytes(StandardCharsets.UTF_8));
                assertThat(raw.exactly(10 + 65_536)).startsWith(0x82, 127, 0, 0, 0, 0, 0, 1, 0, 0);
            }
        }
    }

    @Test
    void manySocketsDoNotMixTheirMessages() throws Exception {
        List<SocketClient> clients = new ArrayList<>();
        List<WebSocket> sockets = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            clients.add(new SocketClient());
            sockets.add(clients.get(i).open(site.door.uri(), "/ws/echo"));
        }
        for (int round = 0; round < 5; round++) {
            for (int i = 0; i < sockets.size(); i++) {
                Wait.value(sockets.get(i).sendText(i + "/" + round, true));
            }
        }

        for (int i = 0; i < clients.size(); i++) {
            for (int round = 0; round < 5; round++) {
                assertThat(clients.get(i).nextText()).isEqualTo(i + "/" + round);
            }
        }
        assertThat(site.state(node).connections()).isEqualTo(40);
    }

    @Test
    void aNodeHoldsThousandsOfSockets() throws Exception {
        List<RawClient> clients = new ArrayList<>();
        try {
            for (int i = 0; i < 1500; i++) {
                RawClient raw = site.connect();
                clients.add(raw);
                assertThat(raw.ask("GET /ws/echo", UPGRADE).status()).isEqualTo(101);
            }
            assertThat(site.state(node).connections()).isEqualTo(1500);
        } finally {
            for (RawClient raw : clients) {
                raw.close();
            }
        }
        Wait.until("the target is free again", () -> site.state(node).connections() == 0);
    }

    @Test
    void aSlowClientStillGetsAllThatTheNodeSentBeforeItClosed() throws Exception {
        int size = 24 * 1024 * 1024;
        site.targets().remove(node.uri());
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                RawClient raw = site.connect()) {
            URI target = URI.create("http://127.0.0.1:" + server.getLocalPort());
            site.targets().add(target, target.getPort());
            site.targets().mark(target, true);
            raw.send("GET /ws/any", UPGRADE);
            Thread.ofVirtual().start(() -> sendAndClose(server, size));

            assertThat(raw.reply(false).status()).isEqualTo(101);
            int count = 0;
            int sum = 0;
            for (int b = raw.read(); b >= 0; b = raw.read()) {
                count++;
                sum += b;
            }
            assertThat(count).isEqualTo(size);
            assertThat(sum).isEqualTo(size);
        }
    }

    /** Skips connections of health checks. */
    private static void sendAndClose(ServerSocket server, int size) {
        try {
            while (true) {
                try (Socket socket = server.accept()) {
                    byte[] head = new byte[4096];
                    int length = socket.getInputStream().read(head);
                    if (new String(head, 0, Math.max(length, 0), StandardCharsets.ISO_8859_1).contains("/ws/any")) {
                        byte[] ones = new byte[size];
                        Arrays.fill(ones, (byte) 1);
                        OutputStream out = socket.getOutputStream();
                        out.write(
                                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n"
                                        .getBytes(StandardCharsets.ISO_8859_1));
                        out.write(ones);
                        return;
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
