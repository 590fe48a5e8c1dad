package io.liaptui.ws.room;

import io.liaptui.common.history.Entry;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.Seat;
import io.liaptui.ws.journal.Ending;
import io.liaptui.ws.journal.Fence;
import io.liaptui.ws.journal.Outcome;
import io.liaptui.ws.journal.RoomJournal.RoomWrite;
import io.liaptui.ws.journal.RoomJournal.Snapshot;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one room asks of the journal: one question at a time, the same again until it is answered, and again after what
 * the journal lost was put back. Every answer comes back as an input. Threading: the room's thread.
 */
final class RoomStore {
    private static final long NONE = Long.MIN_VALUE;

    private final Fence fence;
    private final RoomParts parts;
    private final Consumer<RoomInput> room;
    private final RoomKeep keep;
    private @Nullable Question asked;
    private long goodAt;
    private volatile long appendBegan = NONE;

    private record Question(Supplier<CompletionStage<Outcome>> ask, LongConsumer then) {}

    RoomStore(Fence fence, RoomParts parts, RoomKeep keep, Consumer<RoomInput> room) {
        this.fence = fence;
        this.parts = parts;
        this.keep = keep;
        this.room = room;
        this.goodAt = parts.timers().now();
    }

    /** Is an answer awaited? Then nothing else may be asked. */
    boolean isAsking() {
        return asked != null;
    }

    /** How long ago the journal last said that the room is ours. */
    Duration sinceGood() {
        return Duration.ofMillis(parts.timers().now() - goodAt);
    }

    /** How long an append has been without an answer now; zero without one. Any thread. */
    Duration appending() {
        long began = appendBegan;
        return began == NONE ? Duration.ZERO : Duration.ofMillis(parts.timers().now() - began);
    }

    /** Adds a batch after version {@code expected}; waits as long as the journal is away. */
    void append(Batch batch, long expected, LongConsumer then) {
        List<Entry> entries = batch.entries();
        RoomWrite write = RoomRecord.write(batch, fence, parts);
        long began = System.nanoTime();
        appendBegan = parts.timers().now();
        ask(() -> parts.journal().append(fence, expected, entries, write), version -> {
            parts.measures().appended(Duration.ofNanos(System.nanoTime() - began));
            keep.stored(entries, write);
            then.accept(version);
        });
    }

    /** Is the room still ours, at this version? */
    void check(long version, LongConsumer then) {
        ask(() -> parts.journal().check(fence).thenApply(outcome -> at(version, outcome)), then);
    }

    /**
     * Names the next owner; {@code then} gets the epoch in which it was named. If the successor owns the room, an earlier try
     * of this very hand-over was carried out.
     */
    void handOver(long version, NodeId successor, Snapshot snapshot, LongConsumer then) {
        ask(
                () -> parts.journal()
                        .handover(fence, version, successor, snapshot)
                        .thenApply(outcome ->
                                outcome instanceof Outcome.Fenced(var owner, var epoch) && owner.equals(successor)
                                        ? new Outcome.Done(epoch, true)
                                        : outcome),
                then);
    }

    /** Nothing more happens; the journal lets the keys expire. */
    void close(long version, Ending ending, LongConsumer then) {
        ask(() -> parts.journal().close(fence, version, ending), then);
    }

    /** The question was answered well. */
    void answered(long number) {
        Question question = asked;
        asked = null;
        appendBegan = NONE;
        goodAt = parts.timers().now();
        if (question != null) {
            question.then().accept(number);
        }
    }

    /** The same question again. */
    void again() {
        Question question = asked;
        if (question != null) {
            put(question);
        }
    }

    /** Puts back what was lost; afterwards the question is to be asked again. */
    void restore(RoomMemory memory, Map<Seat, Long> generations) {
        answer(parts.journal().restore(fence, keep.remembered(memory.snapshot(fence.epoch()), generations)), true);
    }

    private void ask(Supplier<CompletionStage<Outcome>> ask, LongConsumer then) {
        if (asked != null) {
            throw new IllegalStateException("a question is open");
        }
        Question question = new Question(ask, then);
        asked = question;
        put(question);
    }

    private void put(Question question) {
        answer(question.ask().get(), false);
    }

    private void answer(CompletionStage<Outcome> answer, boolean restored) {
        answer.whenComplete((outcome, failure) -> room.accept(
                failure == null ? new RoomInput.Answered(outcome, restored) : new RoomInput.NotAnswered(failure)));
    }

    /** A room of ours that is at another version than we are. */
    private Outcome at(long mine, Outcome outcome) {
        if (!(outcome instanceof Outcome.Done(var version, var repeated)) || version == mine) {
            return outcome;
        }
        return version < mine ? new Outcome.Behind(fence.epoch(), version) : new Outcome.Corrupt(version);
    }
}
