package io.liaptui.ws.socket;

import io.liaptui.common.redis.NodeTraffic;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** How many sockets of this node are open, and what came in through all there were. Threading: any thread. */
public final class SocketCount {
    private final AtomicInteger open = new AtomicInteger();
    private final LongAdder messages = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder thrownOut = new LongAdder();
    private final LongAdder turnedAway = new LongAdder();

    void opened() {
        open.incrementAndGet();
    }

    void closed() {
        open.decrementAndGet();
    }

    void message() {
        messages.increment();
    }

    /** A message above a rate limit. */
    void refused() {
        refused.increment();
    }

    /** A socket is closed for too many of them. */
    void thrownOut() {
        thrownOut.increment();
    }

    /** An address had too many sockets for one more. */
    void turnedAway() {
        turnedAway.increment();
    }

    public int open() {
        return open.get();
    }

    /** What clients said since the start. */
    public NodeTraffic traffic() {
        return new NodeTraffic(messages.sum(), refused.sum(), thrownOut.sum(), turnedAway.sum());
    }
}
