package io.liaptui.box.run;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Takes the commands of other processes of this clone, on the loopback, from whoever knows the token: POST
 * {@code /status} or {@code /node/{kill|start|add|stop|drain|left}/N}. Answers with the text to show, 200 or 409.
 */
final class Control implements AutoCloseable {
    static final String TOKEN = "X-Box-Token";
    private final Box box;
    private final String token;
    private final HttpServer server;
    private final ExecutorService threads;
    private final Path file;

    private Control(Box box, String token, HttpServer server, ExecutorService threads, Path file) {
        this.box = box;
        this.token = token;
        this.server = server;
        this.threads = threads;
        this.file = file;
    }

    static Control open(Box box, Path file) throws IOException {
        byte[] secret = new byte[16];
        new SecureRandom().nextBytes(secret);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Control control = new Control(box, HexFormat.of().formatHex(secret), server, threads, file);
        server.setExecutor(threads);
        server.createContext("/", control::handle);
        server.start();
        new ControlFile(server.getAddress().getPort(), control.token).write(file);
        return control;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String given = exchange.getRequestHeaders().getFirst(TOKEN);
        if (given == null || !MessageDigest.isEqual(bytes(given), bytes(token))) {
            answer(exchange, 403, "Wrong token.");
            return;
        }
        try {
            answer(exchange, 200, run(List.of(exchange.getRequestURI().getPath().split("/"))));
        } catch (BoxFailure e) {
            answer(exchange, 409, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            answer(exchange, 409, String.valueOf(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer(exchange, 409, "The box is stopping.");
        }
    }

    private String run(List<String> path) throws IOException, InterruptedException {
        if (path.size() == 4 && path.get(1).equals("node")) {
            int number = Integer.parseInt(path.get(3));
            switch (path.get(2)) {
                case "kill" -> {
                    return "Killed " + box.killNode(number) + " (SIGKILL). Start it again: ./liap node start " + number;
                }
                case "start" -> {
                    return box.startNode(number) + " is in service again.";
                }
                case "add" -> {
                    return "In service: " + String.join(", ", box.addNodes(number)) + ".";
                }
                case "stop" -> {
                    return "Stopping " + box.stopNode(number).name() + " (SIGTERM) ...";
                }
                case "drain" -> {
                    return box.drainNode(number).name() + " gives its rooms away ...";
                }
                case "left" -> {
                    return box.leftOf(number);
                }
                default -> throw new BoxFailure("Unknown command.");
            }
        }
        return "Running at " + box.url() + "\n" + String.join("\n", box.parts());
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = bytes(text);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
        server.stop(0);
        threads.shutdownNow();
    }
}
