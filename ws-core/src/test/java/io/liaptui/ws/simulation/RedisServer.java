package io.liaptui.ws.simulation;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
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

    private final Scheduler scheduler;
    private final Dice dice;
    private final MemoryJournal memory;
    private final RoomJournal journal;
    private final MemoryIndex index;
    private final MemoryBoard board;
    private final Set<NodeId> cut = new HashSet<>();
    private final Map<NodeId, Long> joined = new HashMap<>();
    private final Queue<Runnable> held = new ArrayDeque<>();
    private final Map<NodeId, Long> lastArrival = new HashMap<>();
    private final Map<NodeId, Long> lastAnswer = new HashMap<>();
    private Mode mode = Mode.UP;
    private long backSince;
    private long life;
    private long connections;
    private long turns;
    private Plan.CallRates rates;

    /**
     * @param flaw what is wrong with the journal itself, to see whether the checkers notice
     */
    RedisServer(Scheduler scheduler, Dice dice, Plan.CallRates rates, UnaryOperator<RoomJournal> flaw) {
        this.scheduler = scheduler;
        this.dice = dice;
        this.rates = rates;
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
        rates = Plan.CallRates.NONE;
    }

    MemoryJournal.Checkpoint checkpoint() {
        return memory.checkpoint();
    }

    void rewindTo(MemoryJournal.Checkpoint checkpoint) {
        life++;
        memory.rewindTo(checkpoint);
    }

    /** Everything is gone, the nodes' rows too. */
    void empty() {
        life++;
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

    /**
     * One call on its way there and back.
     *
     * @param answered called in the process that asked, never if something was lost
     * @param refused called there if the server refuses it
     */
    <T> void call(
            Host from,
            boolean write,
            Supplier<CompletionStage<T>> call,
            Consumer<CompletionStage<T>> answered,
            Runnable refused) {
        if (cut.contains(from.id()) || dice.hits(rates.lost())) {
            return;
        }
        if (dice.hits(rates.late())) {
            // The buffer of a connection that was given up runs long after; nobody hears the answer
            long asked = life;
            scheduler.after(dice.between(1_200_000L, 180_000_000L), () -> {
                // Connections do not outlive the server that they lead to
                if (asked == life) {
                    carryOut(write, call, _ -> {}, () -> {});
                }
            });
            return;
        }
        boolean mute = dice.hits(rates.unanswered());
        long slow = dice.hits(rates.slow()) ? dice.between(20_000L, 900_000L) : 0;
        scheduler.at(
                inOrder(lastArrival, from.id(), dice.between(50L, 400L) + slow),
                () -> carryOut(
                        write,
                        call,
                        answer -> {
                            if (!mute && !cut.contains(from.id())) {
                                back(from, () -> answered.accept(answer));
                            }
                        },
                        () -> back(from, refused)));
    }

    private <T> void carryOut(
            boolean write, Supplier<CompletionStage<T>> call, Consumer<CompletionStage<T>> answer, Runnable refused) {
        switch (mode) {
            case FROZEN -> held.add(() -> carryOut(write, call, answer, refused));
            case AWAY -> refused.run();
            case FULL -> {
                if (write) {
                    refused.run();
                } else {
                    answer.accept(call.get());
                }
            }
            case UP -> answer.accept(call.get());
        }
    }

    private void back(Host to, Runnable heard) {
        scheduler.at(inOrder(lastAnswer, to.id(), dice.between(50L, 400L)), () -> to.run(heard));
    }

    private long inOrder(Map<NodeId, Long> last, NodeId node, long delay) {
        long time = Math.max(last.getOrDefault(node, 0L), scheduler.now() + delay);
        last.put(node, time);
        return time;
    }
}
