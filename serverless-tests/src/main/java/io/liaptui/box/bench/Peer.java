package io.liaptui.box.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/**
 * What the function is compared with: the JDK's own HTTP server, in a process of its own, that reads one ready answer from
 * Redis for each request and hands it on. It makes nothing, checks nothing and knows no Lambda, so nothing on a JVM that
 * asks Redis could do with much less.
 */
public final class Peer {
    /** As many as the function may have processes. */
    private static final int THREADS = 2;

    private final int redisPort;
    private final ThreadLocal<RedisLine> lines = ThreadLocal.withInitial(this::connect);

    private Peer(int redisPort) {
        this.redisPort = redisPort;
    }

    /** Where the answer to a request stands in Redis. */
    static String key(String pathAndQuery) {
        return "bench:" + pathAndQuery;
    }

    /** Arguments: own port, port of Redis; both on the loopback. */
    public static void main(String[] arguments) throws IOException {
        HttpServer server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0])), 0);
        Peer peer = new Peer(Integer.parseInt(arguments[1]));
        server.createContext("/", peer::answer);
        server.setExecutor(Executors.newFixedThreadPool(THREADS));
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().toString();
            if (path.startsWith("/q/")) {
                exchange.sendResponseHeaders(200, -1);
                return;
            }
            byte[] body = lines.get().value(key(path));
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            if (body.length > 1 && body[0] == 0x1f) {
                exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            }
            exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private RedisLine connect() {
        try {
            return new RedisLine(new Socket(InetAddress.getLoopbackAddress(), redisPort));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One connection to Redis, for one thread. */
    private static final class RedisLine {
        private final Socket socket;
        private final DataInputStream in;

        RedisLine(Socket socket) throws IOException {
            this.socket = socket;
            socket.setTcpNoDelay(true);
            this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        }

        /** Empty if there is none. */
        byte[] value(String key) throws IOException {
            byte[] name = key.getBytes(StandardCharsets.UTF_8);
            socket.getOutputStream()
                    .write(("*2\r\n$3\r\nGET\r\n$" + name.length + "\r\n" + key + "\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            int length = Integer.parseInt(line().substring(1));
            byte[] value = new byte[Math.max(0, length)];
            in.readFully(value);
            if (length >= 0) {
                in.readFully(new byte[2]);
            }
            return value;
        }

        private String line() throws IOException {
            StringBuilder text = new StringBuilder();
            for (int c = in.readUnsignedByte(); c != '\r'; c = in.readUnsignedByte()) {
                text.append((char) c);
            }
            in.readUnsignedByte();
            return text.toString();
        }
    }
}
