package io.liaptui.ws.simulation;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.RoomFields;
import io.liaptui.ws.journal.MemoryIndex;
import io.liaptui.ws.journal.MemoryJournal;
import io.liaptui.ws.journal.RoomIndex;
import io.liaptui.ws.journal.RoomJournal;
import io.liaptui.ws.testkit.MemoryBoard;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The one Redis of a simulation, with the ways to it: what is asked takes time, and sometimes goes wrong. */
final class RedisServer {
    /** What is wrong with the server itself. */
    enum Mode {
        UP,
        /** Takes everything and answers nothing; carries it all out when it goes on. */
        FROZEN,
        /** Refuses at once. */
        AWAY,
        /** Refuses writes. */
        FULL
    }

    /** What a call is for the server. */
    enum Kind {
        READ,
        WRITE,
        /** Writes, too; and a server that was a replica a moment ago does not know it yet. */
        SCRIPT
    }

    private final Scheduler scheduler;
    private final MemoryJournal memory;
    private final RoomJournal journal;
    private final MemoryIndex index;
    private final MemoryBoard board;
    private final Set<NodeId> cut = new HashSet<>();
    private final Set<NodeId> deaf = new HashSet<>();
    private final Map<NodeId, Long> joined = new HashMap<>();
    private final Queue<Runnable> held = new ArrayDeque<>();
    private final Map<RoomId, Integer> schemas = new HashMap<>();
    private final Trips trips;
    private Mode mode = Mode.UP;
    private long backSince;
    private long life;
    private long connections;
    private long turns;

    /**
     * @param lag after which the replica has a write, and the write is answered; 0 for durability {@code primary}
     * @param flaw what is wrong with the journal itself, to see whether the checkers notice
     */
    RedisServer(Scheduler scheduler, Dice dice, Plan.CallRates rates, long lag, UnaryOperator<RoomJournal> flaw) {
        this.scheduler = scheduler;
        this.trips = new Trips(this, scheduler, dice, rates, lag);
        this.memory = new MemoryJournal(scheduler, Runnable::run);
        this.journal = flaw.apply(memory);
        this.index = new MemoryIndex(memory);
        this.board = new MemoryBoard(scheduler, Runnable::run);
    }

    RoomJournal journal() {
        return journal;
    }

    RoomIndex index() {
        return index;
    }

    MemoryBoard board() {
        return board;
    }

    /** The newest schema in which somebody wrote something of this room. */
    int schemaOf(RoomId room) {
        return schemas.getOrDefault(room, 1);
    }

    /** The hash as it would be with that schema in it. */
    Map<String, String> withSchema(RoomId room, Map<String, String> hash) {
        Map<String, String> fields = new HashMap<>(hash);
        fields.put(RoomFields.SCHEMA, Integer.toString(schemaOf(room)));
        return fields;
    }

    void written(RoomId room, int schema) {
        schemas.merge(room, schema, Math::max);
    }

    Mode mode() {
        return mode;
    }

    void become(Mode next) {
        if (mode == Mode.AWAY || mode == Mode.FROZEN) {
            backSince = scheduler.now() / 1000;
        }
        if (next == Mode.AWAY) {
            connections++;
        }
        mode = next;
        if (next != Mode.FROZEN) {
            for (Runnable call = held.poll(); call != null; call = held.poll()) {
                scheduler.at(scheduler.now(), call);
            }
        }
    }

    /** So for a while, unless something else becomes wrong. */
    void become(Mode next, long lasting) {
        become(next);
        long turn = ++turns;
        scheduler.after(lasting, () -> {
            if (turn == turns) {
                become(Mode.UP);
            }
        });
    }

    /** Rises when all connections break. */
    long connections() {
        return connections;
    }

    void answerWell() {
        trips.goWell();
    }

    MemoryJournal.Checkpoint checkpoint() {
        return memory.checkpoint();
    }

    void rewindTo(MemoryJournal.Checkpoint checkpoint) {
        life++;
        trips.forgetScripts();
        memory.rewindTo(checkpoint);
    }

    /** Everything is gone, the nodes' rows too. */
    void empty() {
        life++;
        trips.forgetScripts();
        memory.empty();
        board.clear();
    }

    /** The lists that name a room. */
    Set<RoomIndex.Shelf> shelves(RoomId room) {
        Set<RoomIndex.Shelf> naming = EnumSet.noneOf(RoomIndex.Shelf.class);
        for (RoomIndex.Shelf shelf : RoomIndex.Shelf.values()) {
            index.listed(shelf).thenAccept(rooms -> {
                if (rooms.contains(room)) {
                    naming.add(shelf);
                }
            });
        }
        return naming;
    }

    /** This node and Redis do not hear each other. */
    void cut(NodeId node) {
        cut.add(node);
    }

    void join(NodeId node) {
        if (cut.remove(node)) {
            joined.put(node, scheduler.now() / 1000);
        }
    }

    /** Nothing that is published reaches this node, though commands work. */
    void deafen(NodeId node) {
        deaf.add(node);
    }

    void endDeafness(NodeId node) {
        if (deaf.remove(node)) {
            joined.put(node, scheduler.now() / 1000);
        }
    }

    boolean isDeaf(NodeId node) {
        return deaf.contains(node);
    }

    boolean isCut(NodeId node) {
        return cut.contains(node);
    }

    boolean hears(NodeId node) {
        return !cut.contains(node) && mode != Mode.AWAY && mode != Mode.FROZEN;
    }

    /** Since when the node's subscription can have lasted, in milliseconds. */
    long heardSince(NodeId node) {
        return Math.max(backSince, joined.getOrDefault(node, 0L));
    }

    /** Rises when something is lost. */
    long life() {
        return life;
    }

    /** To be carried out when the server goes on. */
    void hold(Runnable call) {
        held.add(call);
    }

    /**
     * One call on its way there and back.
     *
     * @param answered called in the process that asked, never if something was lost
     * @param refused called there if the server refuses it
     */
    <T> void call(
            Host from,
            Kind kind,
            Supplier<CompletionStage<T>> call,
            Consumer<CompletionStage<T>> answered,
            Runnable refused) {
        trips.call(from, kind, call, answered, refused);
    }
}
