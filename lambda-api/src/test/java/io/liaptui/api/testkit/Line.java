package io.liaptui.api.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line to Redis that can be broken: silently, as by a frozen environment, or with a reset. */
final class Line implements AutoCloseable {
    private final ServerSocket server;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Set<Socket> silent = ConcurrentHashMap.newKeySet();

    Line(int port, int target) {
        this.target = target;
        try {
            server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** From now on nothing comes through on the connections there are, and nobody is told. */
    void silence() {
        silent.addAll(open);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                open.add(client);
                Socket redis = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(redis);
                Thread.ofVirtual().start(() -> copy(client, redis));
                Thread.ofVirtual().start(() -> copy(redis, client));
            } catch (IOException e) {
                // Closed, or Redis is off: the caller's connection ends by itself.
            }
        }
    }

    private void copy(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] bytes = new byte[8192];
            for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                if (!silent.contains(from)) {
                    out.write(bytes, 0, n);
                    out.flush();
                }
            }
        } catch (IOException e) {
            // One side is gone, so is the line.
        } finally {
            open.remove(from);
            silent.remove(from);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
