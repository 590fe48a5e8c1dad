package io.liaptui.ws.room;

import io.liaptui.common.games.GameCatalog;
import io.liaptui.ws.actor.Timers;
import io.liaptui.ws.journal.RoomJournal;
import io.liaptui.ws.measure.Measures;
import io.liaptui.ws.ownership.Nodes;
import io.liaptui.ws.relay.Relay;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/**
 * What every room of a node is built from.
 *
 * @param time that passes for this node's rooms
 * @param executor runs the mailboxes; nothing in a room blocks
 * @param build id of this build, for the room's hash
 */
record RoomParts(
        Nodes nodes,
        RoomJournal journal,
        Relay relay,
        Timers timers,
        NodeClock time,
        InstantSource clock,
        Executor executor,
        GameCatalog catalog,
        RoomSettings settings,
        Seeds seeds,
        RoomLedger ledger,
        RoomRegistry registry,
        RoomOffers offers,
        RoomArchive archive,
        Measures measures,
        String build) {}
