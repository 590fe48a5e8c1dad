package io.liaptui.ws.socket;

import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jboss.logging.Logger;

/** Sends the public port its first request, as soon as it is open: through it {@link PublicPort} gets at the port itself. */
@Singleton
final class Knock {
    private static final Logger LOG = Logger.getLogger(Knock.class);
    private static final int PATIENCE_MILLIS = 5000;
    private static final String REQUEST = "HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private final HttpServer server;

    @Inject
    Knock(HttpServer server) {
        this.server = server;
    }

    void open(@ObservesAsync HttpServerStart start) {
        try (Socket socket = new Socket()) {
            InetAddress host = InetAddress.getByName(start.options().getHost());
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(
                    new InetSocketAddress(
                            host.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : host, server.getPort()),
                    PATIENCE_MILLIS);
            socket.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        } catch (IOException e) {
            LOG.warnf("Half handshakes have no deadline until the first player is here: %s", e.getMessage());
        }
    }
}
