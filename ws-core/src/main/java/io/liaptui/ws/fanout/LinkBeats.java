package io.liaptui.ws.fanout;

import io.liaptui.common.ids.NodeId;
import io.liaptui.ws.actor.Loop;
import io.liaptui.ws.actor.Timers;
import io.liaptui.ws.relay.Relay;
import io.liaptui.ws.relay.RelayMessage;
import io.liaptui.ws.relay.RelayMessage.Mark;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Tells every node with sockets of rooms that run here where those rooms stand, in one message twice a second, and looks
 * for owners that ceased to. In a turn game the last step before everybody thinks is the one that matters, and no later
 * step would show that it was lost. Threading: {@link #start} once; the rest runs on timers.
 */
public final class LinkBeats {
    private static final Duration EVERY = Duration.ofMillis(500);

    /** So long a pause of its own lets others believe a node dead. */
    private static final long SLEPT_MILLIS = 2_000;

    private final Supplier<Map<NodeId, List<Mark>>> marks;
    private final Audiences audiences;
    private final Relay relay;
    private final Timers timers;
    private long last;

    /**
     * @param marks where the rooms of this node stand, by node that watches
     */
    public LinkBeats(Supplier<Map<NodeId, List<Mark>>> marks, Audiences audiences, Relay relay, Timers timers) {
        this.marks = marks;
        this.audiences = audiences;
        this.relay = relay;
        this.timers = timers;
    }

    /** Begins to beat. */
    public void start() {
        last = timers.now();
        new Loop(timers, EVERY, this::beat).startAfter(EVERY);
    }

    private void beat() {
        boolean slept = timers.now() - last > SLEPT_MILLIS;
        last = timers.now();
        if (slept) {
            audiences.doubtAll();
        }
        audiences.listen();
        marks.get().forEach((node, rooms) -> relay.send(node, new RelayMessage.Beat(rooms)));
    }
}
