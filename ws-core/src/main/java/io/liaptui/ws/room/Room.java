package io.liaptui.ws.room;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.room.RoomState;
import io.liaptui.common.room.RoomStatus;
import io.liaptui.ws.actor.Mailbox;
import io.liaptui.ws.journal.Fence;
import io.liaptui.ws.ownership.LocalRooms.Moved;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/**
 * One room in one life of its actor: takes inputs strictly in order, has them decided, stores what follows, and only
 * then tells anybody. Whether it may, and what else happens to it, is {@link RoomLife}.
 *
 * <p>One question to the journal is open at a time; inputs that arrive meanwhile wait and share the next one, and the
 * room's clock stands. A view or a refusal goes out only after an answer of the journal to a question asked later, so
 * that an owner that lost its room shows nothing.
 *
 * <p>Full mailbox (256): the player is told to try again; the room does not slow down. Threading: any thread offers;
 * everything else runs on one thread of the executor at a time.
 */
final class Room {
    private static final Logger LOG = Logger.getLogger(Room.class);
    private static final int MAILBOX = 256;
    private static final int BATCH = 32;

    private final Fence fence;
    private final RoomParts parts;
    private final Mailbox<RoomInput> mailbox;
    private final Queue<RoomInput.Deed> queue = new ArrayDeque<>();
    private final Presence presence = new Presence();
    private final RoomClock clock;
    private final Waits waits;
    private final WaitPolicy waiting;
    private final RoomDesk desk;
    private final RoomOut out;
    private final RoomStore store;
    private final RoomLife life;
    private final String maker;
    private volatile RoomMemory memory;
    /** Inputs that wait for the journal; bounded with the mailbox, for the journal may be away for long. */
    private volatile int held;

    Room(Fence fence, RoomMemory memory, RoomKeep keep, RoomParts parts) {
        this.fence = fence;
        this.memory = memory;
        this.parts = parts;
        this.mailbox = new Mailbox<>(MAILBOX, parts.executor(), this::take, this::work);
        this.clock = new RoomClock(parts.time(), parts.timers(), bell -> mailbox.push(new RoomInput.Rang(bell)));
        this.waits = new Waits(clock, mailbox::push);
        this.waiting = new WaitPolicy(waits, clock, parts.settings(), presence);
        this.desk = new RoomDesk(fence, parts, presence, waits, waiting, keep);
        this.out = new RoomOut(fence, presence, parts.relay());
        this.store = new RoomStore(fence, parts, keep, mailbox::push);
        this.life = new RoomLife(fence, parts, store, mailbox::push, new RoomLife.Body() {
            @Override
            public RoomMemory now() {
                RoomMemory stored = Room.this.memory;
                return stored.leaving(waiting.left(stored.module(parts.catalog()), stored.table()));
            }

            @Override
            public Map<Seat, Long> generations() {
                return presence.generations();
            }

            @Override
            public void stopped() {
                parts.registry().forget(fence.room(), Room.this, life.whereabouts());
                end();
            }
        });
        presence.floor(keep.generations());
        maker = keep.maker();
    }

    /** Begins to run: arms the timers, and gives seats that should have a socket that long to come. */
    void start(Duration arrival) {
        mailbox.push(new RoomInput.Begun(arrival));
    }

    /** False if the mailbox is full; the caller tells whoever asked. */
    boolean offer(RoomInput input) {
        return held < MAILBOX && mailbox.offer(input);
    }

    /** For what must not be lost. */
    void push(RoomInput input) {
        mailbox.push(input);
    }

    /** Gives the room to another node. */
    CompletionStage<Moved> handOver(NodeId successor) {
        CompletableFuture<Moved> done = new CompletableFuture<>();
        mailbox.push(new RoomInput.HandOver(successor, done));
        return done;
    }

    /** Closes the room as an operator wants; false if it is not here any more. */
    CompletionStage<Boolean> shut() {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        mailbox.push(new RoomInput.Shut(done));
        return done;
    }

    RoomOut out() {
        return out;
    }

    /** How long this room's append has been without an answer now; zero without one. */
    Duration appending() {
        return store.appending();
    }

    /** The newest stored state; a momentary value. */
    RoomMemory memory() {
        return memory;
    }

    /** Digest of the address that made it; empty if nobody knows. */
    String maker() {
        return maker;
    }

    /** Which life of the room's actor this is. */
    long epoch() {
        return fence.epoch();
    }

    private void take(RoomInput input) {
        try {
            switch (input) {
                // Askers repeat themselves; in a long outage that would fill the mailbox
                case RoomInput.Attach attach when queue.contains(attach) -> {}
                case RoomInput.Command command when queue.contains(command) -> {}
                case RoomInput.Deed deed -> queue.add(deed);
                case RoomInput.Rang(var bell) -> bell.ring();
                case RoomInput.Begun(var arrival) -> begun(arrival);
                case RoomInput.News news -> life.take(news);
            }
        } catch (Throwable e) {
            failed(e);
        }
        clock.stand(!life.mayDecide());
    }

    /** What is stored is right, this actor may not be: end it, so that the room is claimed and loaded anew. */
    private void failed(Throwable defect) {
        LOG.errorf(defect, "room %s: its actor failed", fence.room());
        life.stop("a defect");
    }

    private void begun(Duration arrival) {
        RoomMemory loaded = memory;
        waiting.begin(loaded.room(), loaded.left(), arrival);
        follow(loaded.room(), loaded, loaded.left(), false);
        life.begin();
        parts.ledger().place(fence.room(), loaded.room().status());
    }

    private void work() {
        if (!queue.isEmpty()) {
            parts.measures().mailboxDepth(queue.size());
        }
        try {
            decideAll();
        } catch (Throwable e) {
            failed(e);
        }
        if (life.isOver()) {
            queue.forEach(this::turnAway);
            queue.clear();
        }
        clock.stand(!life.mayDecide());
        held = queue.size();
    }

    private void decideAll() {
        while (life.mayDecide() && !queue.isEmpty()) {
            Batch batch = new Batch(memory);
            while (!queue.isEmpty() && batch.entries().size() < BATCH) {
                decide(queue.remove(), batch);
            }
            send(batch);
        }
    }

    private void send(Batch batch) {
        try {
            if (!batch.entries().isEmpty()) {
                store.append(batch, memory.version(), _ -> commit(batch));
            } else if (!batch.outputs().isEmpty()) {
                store.check(memory.version(), _ -> commit(batch));
            } else {
                follow(memory.room(), memory, WaitsLeft.FULL, false);
            }
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    /** A defect in one input costs that input, not the room. An error of the machine itself costs the actor. */
    private void decide(RoomInput.Deed input, Batch batch) {
        try {
            desk.take(input, batch);
        } catch (RuntimeException e) {
            LOG.errorf(
                    e, "room %s: failed on a %s", fence.room(), input.getClass().getSimpleName());
        }
    }

    /** The batch in flight is durable: now it is the state, and may be told. */
    private void commit(Batch batch) {
        RoomState before = memory.room();
        memory = batch.memory();
        batch.outputs().forEach(out::send);
        if (batch.roomChanged()) {
            parts.ledger().changed(fence.room(), before, memory.room());
            if (before.status() == RoomStatus.RUNNING && memory.room().status() == RoomStatus.FINISHED) {
                parts.archive().finished(fence.room());
            }
        } else {
            parts.ledger().refresh(fence.room(), memory.room().status());
        }
        follow(before, memory, WaitsLeft.FULL, batch.hostActed());
    }

    private void follow(RoomState before, RoomMemory now, WaitsLeft left, boolean hostActed) {
        if (now.room().status() == RoomStatus.CLOSED) {
            waits.stop();
            life.close();
        } else {
            waiting.follow(now.module(parts.catalog()), before, now, left, hostActed);
        }
    }

    private void end() {
        waits.stop();
        presence.nodes().keySet().forEach(this::redirect);
        if (life.isReplacedHere()) {
            parts.ledger().replaced(fence.room());
        } else {
            parts.ledger().stopped(fence.room(), memory.room().status() == RoomStatus.CLOSED);
        }
    }

    private void turnAway(RoomInput.Deed input) {
        switch (input) {
            case RoomInput.Attach(var from, var attach) -> redirect(from);
            case RoomInput.Command(var from, var command) -> redirect(from);
            case RoomInput.Shut(var done) -> done.complete(false);
            default -> {}
        }
    }

    private void redirect(NodeId node) {
        parts.relay().send(node, parts.registry().notMine(fence.room()));
    }
}
