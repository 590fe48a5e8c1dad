package io.liaptui.ws.room;

import io.liaptui.common.games.GameCatalog;
import io.liaptui.common.games.GameModule;
import io.liaptui.common.history.Entry;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.redis.RoomFields;
import io.liaptui.common.room.RoomEvent;
import io.liaptui.common.room.RoomRules;
import io.liaptui.common.room.RoomState;
import io.liaptui.common.room.codec.RoomCodec;
import io.liaptui.ws.actor.Timers;
import io.liaptui.ws.journal.Fence;
import io.liaptui.ws.journal.RoomIndex;
import io.liaptui.ws.journal.RoomJournal;
import io.liaptui.ws.journal.RoomJournal.RoomWrite;
import io.liaptui.ws.journal.RoomJournal.SeatRow;
import io.liaptui.ws.measure.Measures;
import io.liaptui.ws.ownership.LocalRooms;
import io.liaptui.ws.relay.Relay;
import io.liaptui.ws.relay.RelayMessage;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;

/**
 * The rooms this node runs: makes new ones, claims existing ones, and hands each its inputs. Threading: any thread.
 */
public final class Rooms implements LocalRooms {
    private static final Logger LOG = Logger.getLogger(Rooms.class);

    private final Map<RoomId, Room> running = new ConcurrentHashMap<>();
    private final Set<RoomId> claiming = ConcurrentHashMap.newKeySet();
    private final NodeId me;
    private final RoomIndex index;
    private final RoomParts parts;

    /**
     * @param everyNode tells every node, this one too, that the list of open rooms changed
     */
    public Rooms(
            NodeId me,
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
        this.me = me;
        this.index = index;
        RoomLedger ledger = new IndexLedger(me, index, timers, clock, this::forget, everyNode);
        this.parts = new RoomParts(
                journal,
                relay,
                timers,
                clock,
                executor,
                catalog,
                settings,
                new Seeds(settings.seed()),
                ledger,
                archive,
                measures,
                build);
    }

    /** Makes a room, full of bots but for its host. False if the id is taken. */
    public CompletionStage<Boolean> create(GameModule<?, ?, ?> game, RoomId id, String host, String tokenHash) {
        long now = parts.clock().millis();
        List<RoomEvent> events = RoomRules.create(
                game.name(), game.seats(), host, parts.seeds().luck().nextInt());
        RoomState room = RoomState.NONE;
        for (RoomEvent event : events) {
            room = room.apply(event, now);
        }
        Entry first = new Entry(
                1,
                0,
                now,
                1,
                events.stream()
                        .map(event -> RoomCodec.write(event).actedBy(host, "human"))
                        .toList(),
                List.of(),
                -1,
                null);
        RoomMemory memory = RoomMemory.NOTHING.with(room, null).stored(first);
        Map<String, String> fields = new HashMap<>(RoomRecord.fields(memory, parts.build()));
        fields.put(RoomFields.CREATED, Long.toString(now));
        RoomWrite write =
                new RoomWrite(fields, Optional.empty(), Map.of(new Seat(0), Optional.of(new SeatRow(host, tokenHash))));
        String createId = UUID.randomUUID().toString();
        if (!claiming.add(id)) {
            return CompletableFuture.completedStage(false);
        }
        return index.expect(me, id)
                .thenCompose(done -> index.place(id, RoomIndex.Shelf.OPEN, now))
                .thenCompose(done -> parts.journal().create(id, me, createId, first, write))
                .thenApply(answer -> switch (answer) {
                    case RoomJournal.Created.Fresh(var epoch) -> begin(id, epoch, memory);
                    case RoomJournal.Created.Already(var epoch) -> begin(id, epoch, memory);
                    case RoomJournal.Created.Taken() -> false;
                })
                .whenComplete((done, failure) -> claiming.remove(id));
    }

    @Override
    public Set<RoomId> running() {
        return Set.copyOf(running.keySet());
    }

    @Override
    public CompletionStage<Moved> handOver(RoomId room, NodeId successor) {
        return CompletableFuture.completedStage(Moved.NOT_HERE);
    }

    /** Takes over a room whose owner is dead, or whose actor here has ended. Harmless if that is wrong or somebody else is faster. */
    @Override
    public CompletionStage<Void> claim(RoomId id, NodeId seenOwner, long seenEpoch) {
        if (running.containsKey(id) || !claiming.add(id)) {
            return CompletableFuture.completedStage(null);
        }
        return index.expect(me, id)
                .thenCompose(done -> parts.journal().claim(id, me, seenOwner, seenEpoch, RoomMemory.SCHEMA))
                .thenCompose(answer -> claimed(id, answer))
                .whenComplete((done, failure) -> {
                    claiming.remove(id);
                    if (failure != null) {
                        LOG.errorf(failure, "room %s could not be taken over", id);
                    }
                });
    }

    /** Hands a message of a socket's node to the room it is for. */
    public void dispatch(NodeId from, RelayMessage message) {
        RoomId id = message.room();
        Room room = id == null ? null : running.get(id);
        if (id == null || (room == null && message instanceof RelayMessage.Detach)) {
            return;
        }
        if (room == null) {
            parts.relay().send(from, RelayMessage.NotMine.unknown(id));
            return;
        }
        switch (message) {
            case RelayMessage.Attach attach -> room.push(new RoomInput.Attach(from, attach));
            case RelayMessage.Detach detach -> room.push(new RoomInput.Detach(from, detach));
            case RelayMessage.Input input -> {
                if (!room.offer(new RoomInput.Command(from, input))) {
                    String busy = RoomDesk.error("busy", "The room is very busy. Please try again.");
                    parts.relay()
                            .send(from, new RelayMessage.Answer(id, input.socket(), input.number(), List.of(busy)));
                }
            }
            default -> LOG.debugf("not for a room: %s", message);
        }
    }

    /** A node is dead, and its sockets with it. */
    public void nodeLost(NodeId node) {
        running.values().forEach(room -> room.push(new RoomInput.NodeLost(node)));
    }

    /** The newest stored state of each room here; momentary values. */
    public Collection<RoomState> states() {
        return running.values().stream().map(room -> room.memory().room()).toList();
    }

    private boolean begin(RoomId id, long epoch, RoomMemory memory) {
        Room room = new Room(new Fence(id, me, epoch), memory, parts);
        room.start(-1, parts.settings().grace().arriving());
        running.put(id, room);
        parts.ledger().changed(id, RoomState.NONE, memory.room());
        return true;
    }

    private CompletionStage<Void> claimed(RoomId id, RoomJournal.Claim answer) {
        if (!(answer instanceof RoomJournal.Claim.Claimed)) {
            // Expected too early; a set that only grows would be searched by every survivor
            index.release(me, List.of(id));
        }
        switch (answer) {
            case RoomJournal.Claim.Claimed claimed -> {
                RoomRecovery.Recovered recovered = RoomRecovery.fold(claimed, parts.catalog());
                Room room = new Room(new Fence(id, me, claimed.epoch()), recovered.memory(), parts);
                room.start(recovered.left(), parts.settings().grace().moved());
                running.put(id, room);
                LOG.infof(
                        "room %s taken over at version %d, %d entries folded",
                        id, recovered.memory().version(), claimed.entries().size());
            }
            case RoomJournal.Claim.Lost(var owner, var epoch)
            when owner.equals(me) -> {
                // An earlier try of this very claim was carried out, its answer lost: claim again for what it says
                return index.expect(me, id)
                        .thenCompose(done -> parts.journal().claim(id, me, owner, epoch, RoomMemory.SCHEMA))
                        .thenCompose(again -> claimed(id, again));
            }
            case RoomJournal.Claim.Lost(var owner, var epoch) -> LOG.debugf("room %s is run by %s", id, owner);
            case RoomJournal.Claim.TooNew(var schema) ->
                LOG.errorf("room %s has schema %d, this node reads %d", id, schema, RoomMemory.SCHEMA);
            case RoomJournal.Claim.Missing() -> LOG.debugf("room %s is gone", id);
            case RoomJournal.Claim.Over(var status) -> LOG.debugf("room %s is %s", id, status);
        }
        return CompletableFuture.completedStage(null);
    }

    private void forget(RoomId id, Room actor) {
        running.remove(id, actor);
    }
}
