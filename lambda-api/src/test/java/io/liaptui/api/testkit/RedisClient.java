package io.liaptui.api.testkit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Writes into Redis as the game nodes do, past the application under test. One connection per instance. */
public final class RedisClient implements AutoCloseable {
    private final Socket socket;
    private final BufferedInputStream in;

    public RedisClient(int port) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            in = new BufferedInputStream(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a command and waits for the first line of its answer. */
    public String run(String... words) {
        send(words);
        return awaitAnswer();
    }

    /** The first line of the answer to {@link #send}. */
    public String awaitAnswer() {
        return line();
    }

    /** Sends a command without waiting. */
    public void send(String... words) {
        StringBuilder text = new StringBuilder("*" + words.length + "\r\n");
        for (String word : words) {
            text.append('$')
                    .append(word.getBytes(StandardCharsets.UTF_8).length)
                    .append("\r\n")
                    .append(word)
                    .append("\r\n");
        }
        try {
            OutputStream out = socket.getOutputStream();
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String line() {
        try {
            StringBuilder line = new StringBuilder();
            for (int c = in.read(); c != '\r'; c = in.read()) {
                if (c < 0) {
                    throw new IllegalStateException("Redis closed the connection");
                }
                line.append((char) c);
            }
            in.read();
            if (line.charAt(0) == '-') {
                throw new IllegalStateException("Redis refused: " + line);
            }
            return line.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
