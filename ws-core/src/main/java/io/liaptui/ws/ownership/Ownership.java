package io.liaptui.ws.ownership;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.ws.actor.Timers;
import io.liaptui.ws.journal.RoomIndex;
import io.liaptui.ws.journal.RoomJournal;
import io.liaptui.ws.relay.Relay;
import io.liaptui.ws.relay.RelayMessage;
import java.util.function.Predicate;

/**
 * Which rooms this node claims, and how it gives them away. The door to the rest of this package.
 *
 * <pre>
 * a peer is dead ------------> Takeover ----.
 * every 60 s ----------------> Sweep -------|
 * named to me, or lost here -> OwnRooms ----+--> Claims --> LocalRooms.claim
 * somebody waits ------------> WantedRooms -'
 * SIGTERM, operator, deaf ---> Drain ------------------> LocalRooms.handOver
 * </pre>
 *
 * Threading: any thread; nothing blocks.
 */
public final class Ownership {
    private final Takeover takeover;
    private final Sweep sweep;
    private final OwnRooms own;
    private final WantedRooms wanted;
    private final Drain drain;

    /**
     * @param awaited whether somebody waits for this room at a socket of this node: such rooms come first
     */
    public Ownership(
            Nodes nodes,
            RoomJournal journal,
            RoomIndex index,
            Relay relay,
            Timers timers,
            LocalRooms rooms,
            Predicate<RoomId> awaited,
            MoveSettings settings) {
        Claims claims = new Claims(nodes, journal, rooms, awaited, settings);
        takeover = new Takeover(nodes, index, timers, claims, settings);
        sweep = new Sweep(nodes, index, timers, claims, rooms, settings);
        wanted = new WantedRooms(nodes, timers, claims, settings);
        PassOn passOn = new PassOn(nodes, journal, index, relay);
        own = new OwnRooms(nodes, index, relay, timers, claims, rooms, passOn, settings);
        drain = new Drain(nodes, rooms, journal, timers, settings);
    }

    /** Begins to look for rooms without a living owner. */
    public void start() {
        takeover.start();
        sweep.start();
        own.start();
    }

    /**
     * A socket or a command of this node waits for the room, whose owner does not answer. To be said again, at least every
     * few seconds, while that is so; saying it often costs nothing.
     */
    public void wanted(RoomId room) {
        wanted.wanted(room);
    }

    /** How this node gives its rooms away. */
    public Drain drain() {
        return drain;
    }

    /** A drainer gave me a room while I drain too: somebody else gets it. */
    public void passOn(NodeId from, RelayMessage.Take take) {
        own.passOn(from, take);
    }
}
