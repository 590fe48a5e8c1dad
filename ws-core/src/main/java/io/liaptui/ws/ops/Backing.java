package io.liaptui.ws.ops;

import io.liaptui.common.redis.NodeStats;
import io.liaptui.ws.admin.AuditLog;
import io.liaptui.ws.admin.Outcomes;
import io.liaptui.ws.admin.PastRooms;
import io.liaptui.ws.bans.BanStore;
import io.liaptui.ws.journal.Directory;
import io.liaptui.ws.journal.RoomIndex;
import io.liaptui.ws.journal.RoomJournal;
import io.liaptui.ws.journal.RoomLog;
import io.liaptui.ws.leaderboard.Leaderboard;
import io.liaptui.ws.ownership.Nodes;
import io.liaptui.ws.relay.Relay;
import java.util.Optional;
import java.util.function.Supplier;

/** What a node keeps its rooms in, and reaches other nodes by: Redis, or the memory of this process alone. */
sealed interface Backing permits RedisBacking, MemoryBacking {
    RoomJournal journal();

    RoomIndex index();

    RoomLog log();

    Directory directory();

    /** Empty where there is nobody who could read it. */
    Optional<Leaderboard> leaderboard();

    /** What is left of games that are over. */
    PastRooms past();

    /** Where to say what came of an operator's command. */
    Outcomes outcomes();

    /** Who may not come in. */
    BanStore bans();

    /** What operators did, where it is written down. */
    Optional<AuditLog> audit();

    Relay relay();

    Nodes nodes();

    /** Whether messages of other nodes would be heard now. */
    boolean isHeard();

    /**
     * Begins, before the node does.
     *
     * @param stats this node's numbers for the REST API; must not block
     */
    void start(Supplier<NodeStats> stats);

    /** Ends what goes in and out, and says so to other nodes; the journal answers until {@link #close}. */
    void leave();

    /** Ends everything. */
    void close();
}
