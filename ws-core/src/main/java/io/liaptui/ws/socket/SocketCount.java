package io.liaptui.ws.socket;

import java.util.concurrent.atomic.AtomicInteger;

/** How many sockets of this node are open. Threading: any thread. */
public final class SocketCount {
    private final AtomicInteger open = new AtomicInteger();

    void opened() {
        open.incrementAndGet();
    }

    void closed() {
        open.decrementAndGet();
    }

    public int open() {
        return open.get();
    }
}
