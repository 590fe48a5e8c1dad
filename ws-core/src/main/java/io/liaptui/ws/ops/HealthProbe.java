package io.liaptui.ws.ops;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Asks the node on this machine for {@code /q/health/live}, with as little as can be loaded: it runs every few seconds. */
final class HealthProbe {
    private static final int PATIENCE_MILLIS = 3000;
    private static final String REQUEST = "GET /q/health/live HTTP/1.0\r\nHost: localhost\r\n\r\n";

    private HealthProbe() {}

    /** Whether the answer is 200. Blocks for some seconds at most; who cannot be reached is not alive. */
    static boolean isAlive(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
            String status = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            return status != null && status.matches("HTTP/1\\.[01] 200( .*)?");
        } catch (IOException e) {
            return false;
        }
    }
}
