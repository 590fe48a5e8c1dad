package io.liaptui.ws.room;

import io.liaptui.common.games.GameCatalog;
import io.liaptui.common.games.GameModule;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.NodeRow;
import io.liaptui.common.room.RoomState;
import io.liaptui.ws.actor.Timers;
import io.liaptui.ws.journal.RoomIndex;
import io.liaptui.ws.journal.RoomJournal;
import io.liaptui.ws.measure.Measures;
import io.liaptui.ws.ownership.LocalRooms;
import io.liaptui.ws.ownership.Nodes;
import io.liaptui.ws.ownership.Placement;
import io.liaptui.ws.relay.Relay;
import io.liaptui.ws.relay.RelayMessage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * The rooms this node runs: makes new ones, claims existing ones, gives them away, and hands each its inputs. Threading:
 * any thread.
 */
public final class Rooms implements LocalRooms {
    private static final int SPREAD_MILLIS = 250;

    private final RoomParts parts;
    private final RoomRegistry registry;
    private final RoomOpening opening;
    private final Admission admission;
    private final RoomLoader loader;

    /**
     * @param everyNode tells every node, this one too, that the list of open rooms changed
     */
    public Rooms(
            Nodes nodes,
            RoomJournal journal,
            RoomIndex index,
            Relay relay,
            RoomArchive archive,
            Measures measures,
            Timers timers,
            InstantSource clock,
            Executor executor,
            GameCatalog catalog,
            RoomSettings settings,
            String build,
            Runnable everyNode) {
        registry = new RoomRegistry(nodes.me(), relay, timers);
        parts = new RoomParts(
                nodes,
                journal,
                relay,
                timers,
                new NodeClock(timers),
                clock,
                executor,
                catalog,
                settings,
                new Seeds(settings.seed()),
                new IndexLedger(nodes.me(), index, timers, clock, everyNode),
                registry,
                new RoomOffers(relay, timers),
                archive,
                measures,
                build);
        opening = new RoomOpening(parts, index);
        admission = new Admission(nodes, registry, settings.limits());
        loader = new RoomLoader(parts);
        journal.onReturn(this::verify);
    }

    /**
     * Makes a room, full of bots but for its host, if there may be one more. If this node has as many as it should have, the
     * room is given to another one at once.
     *
     * @param maker digest of the address that wants it, to count by; empty if unknown
     */
    public CompletionStage<Creation> create(
            GameModule<?, ?, ?> game, RoomId id, String host, String tokenHash, String maker) {
        return parts.journal()
                .isFilling()
                .thenCompose(filling -> filling
                        ? CompletableFuture.completedStage(Creation.NO_MEMORY)
                        : admission
                                .begin(maker)
                                .<CompletionStage<Creation>>map(CompletableFuture::completedStage)
                                .orElseGet(() -> open(game, id, host, tokenHash, maker)));
    }

    /** What a lobby should say: that no room can be made now, and why. */
    public CompletionStage<Optional<String>> notice() {
        return parts.journal()
                .isFilling()
                .thenApply(filling -> filling ? Creation.NO_MEMORY : admission.isFull() ? Creation.FULL : Creation.MADE)
                .thenApply(Creation::notice);
    }

    private CompletionStage<Creation> open(
            GameModule<?, ?, ?> game, RoomId id, String host, String tokenHash, String maker) {
        CompletionStage<Boolean> made;
        try {
            made = opening.open(game, id, host, tokenHash, maker);
        } catch (RuntimeException e) {
            made = CompletableFuture.failedStage(e);
        }
        return made.whenComplete((done, failure) -> admission.end(maker)).thenApply(done -> {
            if (done && admission.isCrowded()) {
                giveAway(id);
            }
            return done ? Creation.MADE : Creation.TAKEN;
        });
    }

    /** Should nobody take it, it stays here. */
    private void giveAway(RoomId id) {
        new Placement(parts.nodes().rows())
                .emptiest(parts.nodes().me(), parts.journal().schema().writes(), this::roomsOf)
                .ifPresent(other -> handOver(id, other));
    }

    private int roomsOf(NodeId node) {
        NodeRow row = parts.nodes().rows().get(node);
        return row == null ? Integer.MAX_VALUE : row.rooms();
    }

    @Override
    public Set<RoomId> running() {
        return Collections.unmodifiableSet(registry.running().keySet());
    }

    @Override
    public CompletionStage<Void> claim(RoomId id, NodeId seenOwner, long seenEpoch) {
        return loader.load(id, seenOwner, seenEpoch);
    }

    @Override
    public CompletionStage<Moved> handOver(RoomId id, NodeId successor) {
        return switch (registry.at(id).orElse(null)) {
            case null -> CompletableFuture.completedStage(Moved.NOT_HERE);
            case RoomRegistry.Here(var room) -> room.handOver(successor);
            case RoomLoading loading -> loading.decided().thenCompose(done -> handOver(id, successor));
        };
    }

    /** Closes a room as an operator wants, whatever is going on in it; false if it does not run here. */
    public CompletionStage<Boolean> close(RoomId id) {
        return switch (registry.at(id).orElse(null)) {
            case null -> CompletableFuture.completedStage(false);
            case RoomRegistry.Here(var room) -> room.shut();
            case RoomLoading loading -> loading.decided().thenCompose(done -> close(id));
        };
    }

    /** Hands a message of a socket's node to the room it is for. */
    public void dispatch(NodeId from, RelayMessage message) {
        RoomId id = message.room();
        if (id != null) {
            registry.dispatch(id, from, message);
        }
    }

    /** Another node gives me a room. */
    public void take(NodeId from, RelayMessage.Take take) {
        if (registry.at(take.room()).orElse(null) instanceof RoomRegistry.Here(var room)
                && room.epoch() < take.epoch()) {
            // An actor that lost its room and does not know; it ends, and the message comes again
            room.push(new RoomInput.Verify(false));
            return;
        }
        loader.load(take.room(), parts.nodes().me(), take.epoch()).thenRun(() -> {
            if (registry.isKnown(take.room())) {
                parts.relay().send(from, new RelayMessage.Taken(take.room(), take.epoch()));
            }
        });
    }

    /** The node that I gave a room to has it. */
    public void taken(NodeId from, RelayMessage.Taken taken) {
        parts.offers().taken(from, taken);
    }

    /** A node is dead, and its sockets with it. */
    public void nodeLost(NodeId node) {
        registry.nodeLost(node);
    }

    /** The newest stored state of each room here; momentary values. */
    public Collection<RoomState> states() {
        return registry.running().values().stream()
                .map(room -> room.memory().room())
                .toList();
    }

    /** How long the oldest append of a room here has been without an answer now; zero if none waits. */
    public Duration oldestAppend() {
        return registry.running().values().stream()
                .map(Room::appending)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** The journal was away: what I stored may be lost. */
    private void verify() {
        registry.running().forEach((id, room) -> {
            int wait = Math.floorMod(id.hashCode(), SPREAD_MILLIS);
            parts.timers().after(Duration.ofMillis(wait), () -> room.push(new RoomInput.Verify(true)));
        });
    }

    /** Where the rooms here stand, for each node that holds sockets of them. */
    public Map<NodeId, List<RelayMessage.Mark>> marks() {
        Map<NodeId, List<RelayMessage.Mark>> marks = new HashMap<>();
        registry.running().values().forEach(room -> room.out()
                .marks((node, mark) ->
                        marks.computeIfAbsent(node, _ -> new ArrayList<>()).add(mark)));
        return marks;
    }
}
