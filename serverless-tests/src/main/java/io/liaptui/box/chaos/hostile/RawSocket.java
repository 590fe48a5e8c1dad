package io.liaptui.box.chaos.hostile;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A socket of {@code /ws/lobby} whose frames are written by hand. Reads nothing after the handshake. */
final class RawSocket {
    private static final String KEY = "bm9ib2R5LXdpbGwtbG9vaw==";
    private static final int MASKED = 0x80;
    private static final int NO_MASK = 0;

    private RawSocket() {}

    /** Fails if the answer is not 101. */
    static Future<NetSocket> open(NetClient client, URI site) {
        return client.connect(site.getPort(), site.getHost()).compose(socket -> {
            Promise<NetSocket> opened = Promise.promise();
            socket.exceptionHandler(known -> opened.tryFail(known));
            socket.closeHandler(gone -> opened.tryFail(new IOException("closed")));
            socket.handler(answer -> {
                // The rest is never read
                socket.pause();
                String line = answer.toString(StandardCharsets.ISO_8859_1)
                        .lines()
                        .findFirst()
                        .orElse("");
                if (line.contains(" 101")) {
                    opened.tryComplete(socket);
                } else {
                    opened.tryFail(new IOException(line));
                    socket.close();
                }
            });
            socket.write("GET /ws/lobby HTTP/1.1\r\nHost: " + site.getAuthority() + "\r\nOrigin: http://"
                    + site.getAuthority() + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                    + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " + KEY + "\r\n\r\n");
            return opened.future();
        });
    }

    /**
     * One frame as a client sends it; its mask changes nothing.
     *
     * @param first FIN and opcode
     * @param length up to 125
     */
    static Buffer frame(int first, int length) {
        return Buffer.buffer(6 + length)
                .appendByte((byte) first)
                .appendByte((byte) (MASKED | length))
                .appendInt(NO_MASK)
                .appendBytes(new byte[length]);
    }
}
