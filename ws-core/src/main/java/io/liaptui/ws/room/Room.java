package io.liaptui.ws.room;

import io.liaptui.common.ids.Seat;
import io.liaptui.common.room.RoomState;
import io.liaptui.common.room.RoomStatus;
import io.liaptui.ws.actor.Mailbox;
import io.liaptui.ws.journal.Fence;
import io.liaptui.ws.journal.RoomJournal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One room in one life of its actor: takes inputs strictly in order, has them decided, stores what follows, and only
 * then tells anybody.
 *
 * <pre>
 * Running --append or check sent--> Waiting --answered--> Running
 *    any  --fenced, lost or closed--> Stopped (sends nothing more; senders look the room up again)
 * </pre>
 *
 * <p>One append or check is in flight; inputs that arrive meanwhile wait and share the next one. A view or a refusal
 * goes out only after an answer of the journal to a question asked later, so that an owner that lost its room shows
 * nothing.
 *
 * <p>Full mailbox (256): the player is told to try again; the room does not slow down. Threading: any thread offers;
 * everything else runs on one thread of the executor at a time.
 */
final class Room {
    private static final Logger LOG = Logger.getLogger(Room.class);
    private static final int MAILBOX = 256;
    private static final int BATCH = 32;
    private static final Duration CHECK_AGAIN = Duration.ofMillis(250);

    private final Fence fence;
    private final RoomParts parts;
    private final Mailbox<RoomInput> mailbox;
    private final Queue<RoomInput> waiting = new ArrayDeque<>();
    private final Presence presence = new Presence();
    private final RoomAlarms alarms;
    private final RoomDesk desk;
    private final RoomOut out;
    private final RoomStore store;
    private volatile RoomMemory memory;
    private volatile boolean stopped;
    private @Nullable Batch inFlight;
    private boolean ending;
    /** Inputs that wait for the journal; bounded with the mailbox, for the journal may be away for long. */
    private volatile int held;

    Room(Fence fence, RoomMemory memory, RoomParts parts) {
        this.fence = fence;
        this.memory = memory;
        this.parts = parts;
        this.mailbox = new Mailbox<>(MAILBOX, parts.executor(), this::take, this::work);
        this.alarms = new RoomAlarms(parts.timers(), parts.settings(), mailbox::push);
        this.desk =
                new RoomDesk(fence, parts.catalog(), parts.settings(), parts.clock(), presence, alarms, parts.seeds());
        this.out = new RoomOut(fence, presence, parts.relay());
        this.store = new RoomStore(fence, parts, mailbox::push);
    }

    /**
     * Begins to run: arms the timers, and gives seats that should have a socket some time to come.
     *
     * @param left milliseconds that the newest entry left for its timer, or -1
     * @param arrival how long the seated humans have
     */
    void start(long left, Duration arrival) {
        mailbox.push(new RoomInput.Begun(left, arrival));
    }

    private void begun(long left, Duration arrival) {
        RoomMemory loaded = memory;
        for (Seat seat : loaded.room().present()) {
            alarms.grace(seat, arrival);
        }
        follow(loaded, left);
        parts.ledger().place(fence.room(), loaded.room().status());
    }

    /** False if the mailbox is full; the caller tells whoever asked. */
    boolean offer(RoomInput input) {
        return held < MAILBOX && mailbox.offer(input);
    }

    /** For what must not be lost. */
    void push(RoomInput input) {
        mailbox.push(input);
    }

    RoomOut out() {
        return out;
    }

    /** The newest stored state; a momentary value. */
    RoomMemory memory() {
        return memory;
    }

    private void take(RoomInput input) {
        try {
            switch (input) {
                case RoomInput.Begun(var left, var arrival) -> begun(left, arrival);
                case RoomInput.Written(var answer) -> written(answer);
                case RoomInput.Checked(var answer) -> checked(answer);
                case RoomInput.CheckFailed() -> parts.timers().after(CHECK_AGAIN, store::check);
                case RoomInput.Ended() -> stop("closed");
                default -> waiting.add(input);
            }
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    /** What is stored is right, this actor may not be: end it, so that the room is claimed and loaded anew. */
    private void failed(RuntimeException defect) {
        LOG.errorf(defect, "room %s: its actor failed", fence.room());
        stop("a defect");
    }

    private void work() {
        while (inFlight == null && !waiting.isEmpty()) {
            if (stopped) {
                waiting.forEach(this::turnAway);
                waiting.clear();
                break;
            }
            Batch batch = new Batch(memory);
            while (!waiting.isEmpty() && batch.entries().size() < BATCH) {
                decide(waiting.remove(), batch);
            }
            send(batch);
        }
        held = waiting.size();
    }

    private void send(Batch batch) {
        try {
            if (!batch.entries().isEmpty()) {
                inFlight = batch;
                store.append(batch, memory.version());
            } else if (!batch.outputs().isEmpty()) {
                inFlight = batch;
                store.check();
            } else {
                follow(memory, -1);
            }
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    /** A defect in one input costs that input, not the room. */
    private void decide(RoomInput input, Batch batch) {
        try {
            desk.take(input, batch);
        } catch (RuntimeException e) {
            LOG.errorf(
                    e, "room %s: failed on a %s", fence.room(), input.getClass().getSimpleName());
        }
    }

    private void written(RoomJournal.Append answer) {
        switch (answer) {
            case RoomJournal.Append.Stored stored -> commit();
            case RoomJournal.Append.Already already -> commit();
            case RoomJournal.Append.Fenced(var owner, var epoch) -> stop("fenced by " + owner);
            case RoomJournal.Append.Behind behind -> stop("the journal lost entries: " + behind);
            case RoomJournal.Append.Missing() -> stop("the journal lost the room");
            case RoomJournal.Append.Corrupt corrupt -> stop("the journal does not fit: " + corrupt);
        }
    }

    private void checked(RoomJournal.Check answer) {
        switch (answer) {
            case RoomJournal.Check.Mine(var version) when version == memory.version() -> commit();
            case RoomJournal.Check.Mine(var version) -> stop("the journal is at version " + version);
            case RoomJournal.Check.Fenced(var owner, var epoch) -> stop("fenced by " + owner);
            case RoomJournal.Check.Behind behind -> stop("the journal lost entries: " + behind);
            case RoomJournal.Check.Missing() -> stop("the journal lost the room");
        }
    }

    /** The batch in flight is durable: now it is the state, and may be told. */
    private void commit() {
        Batch batch = inFlight;
        if (batch == null) {
            return;
        }
        inFlight = null;
        RoomState before = memory.room();
        memory = batch.memory();
        batch.outputs().forEach(out::send);
        if (batch.roomChanged()) {
            parts.ledger().changed(fence.room(), before, memory.room());
        } else {
            parts.ledger().refresh(fence.room(), memory.room().status());
        }
        follow(memory, -1);
    }

    /** Nothing more happens here; the journal lets the keys expire. */
    private void end() {
        if (!ending) {
            ending = true;
            alarms.stop();
            store.close(memory.version());
        }
    }

    private void follow(RoomMemory now, long left) {
        if (now.room().status() == RoomStatus.CLOSED) {
            end();
            return;
        }
        alarms.follow(RoomMemory.module(parts.catalog(), now.room().game()), now, left);
        RoomSettings.Grace grace = parts.settings().grace();
        alarms.followDesertion(
                presence.anySeated()
                        ? null
                        : switch (now.room().status()) {
                            case RUNNING -> grace.deserted();
                            case FINISHED -> grace.finished();
                            case OPEN, CLOSED -> null;
                        });
    }

    private void stop(String why) {
        if (!stopped) {
            stopped = true;
            inFlight = null;
            alarms.stop();
            LOG.infof("room %s stopped at version %d: %s", fence.room(), memory.version(), why);
            out.notMineAnyMore();
            parts.ledger().stopped(fence.room(), this, memory.room().status() == RoomStatus.CLOSED);
        }
    }

    private void turnAway(RoomInput input) {
        switch (input) {
            case RoomInput.Attach(var from, var attach) -> out.notMine(from);
            case RoomInput.Command(var from, var command) -> out.notMine(from);
            default -> {}
        }
    }
}
