package io.liaptui.ws.socket;

import io.liaptui.common.protocol.ClientCodec;
import io.liaptui.ws.actor.Timers;
import io.liaptui.ws.bans.Bans;
import io.liaptui.ws.fanout.Audiences;
import io.liaptui.ws.fanout.Couriers;
import io.liaptui.ws.fanout.RoomFinder;
import io.liaptui.ws.journal.RoomJournal;
import io.liaptui.ws.lobby.Lobby;
import io.liaptui.ws.ownership.Nodes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * What every socket of a node is built from.
 *
 * @param gameEvents names of client events that belong to games
 * @param pace divides the rate limits of game actions
 * @param build id of the release, for our own client
 * @param turnLimit how long people may leave a decision open, for our own client
 */
public record SocketParts(
        ClientCodec codec,
        Set<String> gameEvents,
        double pace,
        RoomJournal journal,
        RoomFinder finder,
        Audiences audiences,
        Couriers couriers,
        Lobby lobby,
        Nodes nodes,
        Timers timers,
        InstantSource clock,
        Executor executor,
        SocketCount count,
        SocketLimits limits,
        PauseNotices pauses,
        String build,
        Bans bans,
        Optional<Duration> turnLimit) {}
