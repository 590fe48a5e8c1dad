package io.liaptui.ws.edge;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;

/** HTTP and WebSocket frames by hand on one connection: says exactly what the test writes, right or wrong. */
final class Wire implements AutoCloseable {
    static final String[] UPGRADE = {
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="
    };
    static final int FIN = 0x80;
    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    private static final int PATIENCE_MILLIS = 20_000;
    private static final byte[] MASK = {1, 2, 3, 4};

    private final Socket socket = new Socket();
    private final InputStream in;
    private final String address = anyAddress();

    record Answer(int status, Map<String, String> headers) {}

    /** What a server's frame holds. */
    record Frame(int opcode, byte[] payload) {
        /** Of a close frame. */
        int code() {
            return ByteBuffer.wrap(payload).getShort();
        }
    }

    Wire(int port) throws IOException {
        this(port, 0);
    }

    /** @param receiveBuffer bytes that the kernel keeps for a client that does not read; 0 for the usual */
    Wire(int port, int receiveBuffer) throws IOException {
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** Opened, or the test fails. */
    static Wire open(int port, String channel) throws IOException {
        return new Wire(port).upgraded(channel);
    }

    Wire upgraded(String channel) throws IOException {
        int status = ask("GET /ws/" + channel, UPGRADE).status();
        if (status != 101) {
            throw new AssertionError("the upgrade was answered " + status);
        }
        return this;
    }

    /** Of its own for each, so that no limit by address counts the sockets of these tests together. */
    private static String anyAddress() {
        int any = ThreadLocalRandom.current().nextInt(1 << 24);
        return "10." + (any >> 16) + "." + (any >> 8 & 0xff) + "." + (any & 0xff);
    }

    Answer ask(String request, String... headers) throws IOException {
        write((request + " HTTP/1.1\r\nHost: play.example\r\nX-Forwarded-For: " + address + "\r\n"
                        + String.join("\r\n", headers) + (headers.length == 0 ? "" : "\r\n") + "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        int status = Integer.parseInt(line().split(" ")[1]);
        Map<String, String> answered = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(); !line.isEmpty(); line = line()) {
            String[] header = line.split(": ?", 2);
            answered.merge(header[0], header[1], (a, b) -> a + ", " + b);
        }
        return new Answer(status, answered);
    }

    void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    void send(int first, byte[] payload) throws IOException {
        write(frame(first, payload));
    }

    void sendText(String text) throws IOException {
        send(FIN | TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A masked frame. */
    static byte[] frame(int first, byte[] payload) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head(first, payload.length));
        out.writeBytes(MASK);
        for (int i = 0; i < payload.length; i++) {
            out.write(payload[i] ^ MASK[i % 4]);
        }
        return out.toByteArray();
    }

    /** The first bytes of a masked frame, up to its mask. */
    static byte[] head(int first, int length) {
        ByteBuffer head = ByteBuffer.allocate(10).put((byte) first);
        if (length < 126) {
            head.put((byte) (0x80 | length));
        } else if (length < 65_536) {
            head.put((byte) (0x80 | 126)).putShort((short) length);
        } else {
            head.put((byte) (0x80 | 127)).putLong(length);
        }
        byte[] bytes = new byte[head.position()];
        head.flip().get(bytes);
        return bytes;
    }

    Frame next() throws IOException {
        int first = must(in.read());
        int length = must(in.read()) & 0x7f;
        if (length >= 126) {
            int size = length == 126 ? 2 : 8;
            length = 0;
            for (int i = 0; i < size; i++) {
                length = length << 8 | must(in.read());
            }
        }
        byte[] payload = in.readNBytes(length);
        if (payload.length < length) {
            throw new EOFException("closed in a frame");
        }
        return new Frame(first & 0x0f, payload);
    }

    /** The next frame of this kind; others are passed over. */
    Frame next(int opcode) throws IOException {
        Frame frame = next();
        while (frame.opcode() != opcode) {
            frame = next();
        }
        return frame;
    }

    /** The code with which the server closes; what comes before is passed over. */
    int closeCode() throws IOException {
        return next(CLOSE).code();
    }

    /** Whether nothing more comes; bytes before the end are passed over. */
    boolean ends() throws IOException {
        try {
            while (in.read() >= 0) {}
            return true;
        } catch (SocketException reset) {
            return true;
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = must(in.read()); c != '\n'; c = must(in.read())) {
            line.append((char) c);
        }
        return line.toString().strip();
    }

    private static int must(int read) throws EOFException {
        if (read < 0) {
            throw new EOFException("closed");
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
