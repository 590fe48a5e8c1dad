package io.liaptui.ws.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HealthProbeTest {
    @Test
    void aNodeThatAnswersIsAlive() throws IOException {
        assertThat(answering(200)).isTrue();
    }

    @Test
    void aNodeThatSaysItIsNotIsNot() throws IOException {
        assertThat(answering(503)).isFalse();
    }

    @Test
    void nobodyThereIsNotAlive() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        assertThat(HealthProbe.isAlive(port)).isFalse();
    }

    @Test
    void aNodeThatHangsIsNotAliveAndNobodyWaitsForIt() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            long before = System.nanoTime();
            assertThat(HealthProbe.isAlive(silent.getLocalPort())).isFalse();
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
        }
    }

    private static boolean answering(int status) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/q/health/live", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        try {
            return HealthProbe.isAlive(server.getAddress().getPort());
        } finally {
            server.stop(0);
        }
    }
}
