package io.liaptui.ws.ops;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.redis.NodeRow;
import io.liaptui.common.redis.NodeStats;
import io.liaptui.ws.admin.AuditLog;
import io.liaptui.ws.admin.Outcomes;
import io.liaptui.ws.admin.PastRooms;
import io.liaptui.ws.bans.BanStore;
import io.liaptui.ws.journal.Directory;
import io.liaptui.ws.journal.MemoryIndex;
import io.liaptui.ws.journal.MemoryJournal;
import io.liaptui.ws.journal.MemoryLog;
import io.liaptui.ws.journal.RoomIndex;
import io.liaptui.ws.journal.RoomJournal;
import io.liaptui.ws.journal.RoomLog;
import io.liaptui.ws.leaderboard.Leaderboard;
import io.liaptui.ws.ownership.Nodes;
import io.liaptui.ws.ownership.SoleNode;
import io.liaptui.ws.relay.LocalRelay;
import io.liaptui.ws.relay.Relay;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * No Redis at all: one node, whose rooms end with the process. Journal and relay have a thread of their own, as they
 * have with Redis; the REST API finds nothing to read.
 */
final class MemoryBacking implements Backing {
    private static final Logger LOG = Logger.getLogger(MemoryBacking.class);

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("memory").daemon().factory());
    private final MemoryJournal journal;
    private final MemoryIndex index;
    private final MemoryLog log;
    private final LocalRelay relay;
    private final SoleNode nodes;

    /**
     * @param inbox messages to itself that may wait
     */
    MemoryBacking(NodeId me, Supplier<NodeRow> row, InstantSource clock, int inbox) {
        journal = new MemoryJournal(clock, thread);
        index = new MemoryIndex(journal);
        log = new MemoryLog(journal);
        relay = new LocalRelay(me, thread, inbox);
        nodes = new SoleNode(me, row);
    }

    @Override
    public RoomJournal journal() {
        return journal;
    }

    @Override
    public RoomIndex index() {
        return index;
    }

    @Override
    public RoomLog log() {
        return log;
    }

    @Override
    public Directory directory() {
        return index;
    }

    @Override
    public Optional<Leaderboard> leaderboard() {
        return Optional.empty();
    }

    @Override
    public PastRooms past() {
        return (cursor, name) -> CompletableFuture.completedStage(new PastRooms.Some("0", 0, List.of()));
    }

    @Override
    public Outcomes outcomes() {
        return Outcomes.NONE;
    }

    @Override
    public BanStore bans() {
        return BanStore.NONE;
    }

    @Override
    public Optional<AuditLog> audit() {
        return Optional.empty();
    }

    @Override
    public Relay relay() {
        return relay;
    }

    @Override
    public Nodes nodes() {
        return nodes;
    }

    @Override
    public boolean isHeard() {
        return true;
    }

    @Override
    public void start(Supplier<NodeStats> stats) {
        LOG.warn(
                "LIAP_JOURNAL=memory: this node runs alone and without Redis. No room survives the end of this process,"
                        + " and /api has nothing to read. Do not start a second node beside it: it would not know these rooms.");
    }

    @Override
    public void leave() {
        // Nobody is there to be told
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
