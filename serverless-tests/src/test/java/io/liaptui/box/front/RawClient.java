package io.liaptui.box.front;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** HTTP/1.1 by hand, one connection: says exactly what the test writes, and shows exactly what comes back. */
final class RawClient implements AutoCloseable {
    record Reply(int status, String reason, Map<String, List<String>> headers, byte[] bytes) {
        String header(String name) {
            return String.join(" | ", headers.getOrDefault(name, List.of()));
        }

        String body() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private static final int TIMEOUT_MILLIS = 15_000;

    private final Socket socket;
    private final InputStream in;

    RawClient(URI server) throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** A request without a body. */
    Reply ask(String requestLine, String... headers) throws IOException {
        send(requestLine, headers);
        return reply(requestLine.startsWith("HEAD "));
    }

    Reply post(String path, byte[] body, String... headers) throws IOException {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add("Content-Length: " + body.length);
        send("POST " + path, all.toArray(String[]::new));
        write(body);
        return reply(false);
    }

    void send(String requestLine, String... headers) throws IOException {
        StringBuilder head = new StringBuilder(requestLine).append(" HTTP/1.1\r\nHost: play.example\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** The next byte, or -1 when the other side has closed. */
    int read() throws IOException {
        return in.read();
    }

    /** The status of an answer that comes ahead of the real one. */
    int interim() throws IOException {
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        while (!line().isEmpty()) {}
        return status;
    }

    Reply reply(boolean ofHead) throws IOException {
        String[] status = line().split(" ", 3);
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(); !line.isEmpty(); line = line()) {
            String[] header = line.split(": ?", 2);
            headers.computeIfAbsent(header[0], name -> new ArrayList<>()).add(header[1]);
        }
        int code = Integer.parseInt(status[1]);
        boolean empty = ofHead || code == 101 || code == 204 || code == 304;
        return new Reply(code, status.length == 3 ? status[2] : "", headers, empty ? new byte[0] : body(headers));
    }

    private byte[] body(Map<String, List<String>> headers) throws IOException {
        if (headers.containsKey("Content-Length")) {
            return exactly(Integer.parseInt(headers.get("Content-Length").getFirst()));
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunk(); size > 0; size = chunk()) {
            body.writeBytes(exactly(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the body ended after " + bytes.length + " of " + length + " bytes");
        }
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("closed after \"" + line + "\"");
            }
            line.append((char) c);
        }
        return line.toString().stripTrailing();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
