package io.liaptui.ws.room;

import io.liaptui.common.ids.RoomId;
import io.liaptui.ws.actor.Timers;
import io.liaptui.ws.measure.Measures;
import io.liaptui.ws.ownership.Nodes;
import io.liaptui.ws.ownership.Placement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Rooms that only a newer release than this one can read. While a node of such a release is ready it takes them, and there
 * is nothing to say; else an operator has to know, but not at each of the many tries. Threading: any thread.
 */
final class NewerRooms {
    private static final Logger LOG = Logger.getLogger(NewerRooms.class);
    private static final Duration SAY_AGAIN = Duration.ofMinutes(10);

    private final Map<RoomId, Long> said = new ConcurrentHashMap<>();
    private final Nodes nodes;
    private final Measures measures;
    private final Timers timers;
    private final int reads;

    /**
     * @param reads the highest schema that this node reads
     */
    NewerRooms(Nodes nodes, Measures measures, Timers timers, int reads) {
        this.nodes = nodes;
        this.measures = measures;
        this.timers = timers;
        this.reads = reads;
    }

    /** This node may not claim the room. */
    void found(RoomId room, int schema) {
        if (!new Placement(nodes.rows()).preferred(schema).isEmpty()) {
            LOG.debugf("room %s has schema %d and is left to a newer node", room, schema);
            return;
        }
        measures.loadFailed(false);
        long now = timers.now();
        said.values().removeIf(at -> now - at >= SAY_AGAIN.toMillis());
        if (said.putIfAbsent(room, now) == null) {
            LOG.errorf(
                    "ALARM room %s has schema %d, and no ready node reads more than %d: it waits. Start a node of the newer release.",
                    room, schema, reads);
        }
    }
}
