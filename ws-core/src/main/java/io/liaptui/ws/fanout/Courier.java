package io.liaptui.ws.fanout;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.ids.Seat;
import io.liaptui.ws.actor.Timers;
import io.liaptui.ws.relay.Relay;
import io.liaptui.ws.relay.RelayMessage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Carries what one socket asks for to the room's owner and brings the answer back. One question at a time; it is
 * repeated with the same id until answered, so that a lost message costs a moment and a doubled one nothing.
 * Threading: any thread, but one question at a time.
 */
public final class Courier {
    /** After the first try; then the client is told to try again. */
    private static final List<Duration> WAITS =
            List.of(Duration.ofMillis(300), Duration.ofSeconds(1), Duration.ofMillis(2500), Duration.ofMillis(2500));

    /** While nobody can answer, tries do not count; but no longer than this. */
    private static final Duration NOBODY = Duration.ofSeconds(1);

    private static final long PATIENCE_MILLIS = 30_000;
    private static final Duration AFTER_MOVE = Duration.ofMillis(100);

    private final String socket;
    private final Couriers office;
    private final Relay relay;
    private final Timers timers;
    private final AtomicLong numbers = new AtomicLong();
    private final AtomicReference<@Nullable Question> open = new AtomicReference<>();

    /** One question on its way; {@code since} is the epoch of the newest hint that was followed. */
    private static final class Question {
        private final RelayMessage.Input input;
        private final CompletableFuture<Reply> reply = new CompletableFuture<>();
        private final long begun;
        private final AtomicLong since = new AtomicLong();
        private final AtomicBoolean looksSoon = new AtomicBoolean();
        private volatile boolean nobodyThere;

        private Question(RelayMessage.Input input, long begun) {
            this.input = input;
            this.begun = begun;
        }
    }

    /** What came of a question. */
    public sealed interface Reply {
        /** Messages for the socket, in order. */
        record Answered(List<String> messages) implements Reply {}

        record NoRoom() implements Reply {}

        /** The owner did not answer; whether it took the command is unknown. */
        record NoAnswer() implements Reply {}
    }

    /**
     * How a client that comes back on another socket tells a command again.
     *
     * @param session of the client, unique among all
     * @param number rises with each command of the session
     */
    public record CommandId(String session, long number) {}

    Courier(String socket, Couriers office, Relay relay, Timers timers) {
        this.socket = socket;
        this.office = office;
        this.relay = relay;
        this.timers = timers;
    }

    /**
     * @param data as JSON text
     * @param id null if the client does not number its commands
     */
    public CompletionStage<Reply> ask(
            RoomId room, @Nullable Seat seat, long generation, String event, String data, @Nullable CommandId id) {
        long number = numbers.incrementAndGet();
        RelayMessage.Input input = id == null
                ? new RelayMessage.Input(room, socket, number, seat, generation, event, data)
                : new RelayMessage.Input(
                        room, socket, number, seat, generation, event, data, id.session(), id.number());
        Question question = new Question(input, timers.now());
        open.set(question);
        attempt(question, 0);
        return question.reply;
    }

    /** An answer has arrived; late ones have no effect. */
    void answered(RelayMessage.Answer answer) {
        Question question = open.get();
        if (question != null && question.input.number() == answer.number()) {
            question.reply.complete(new Reply.Answered(answer.messages()));
        }
    }

    /** The owner is another one: ask there, at once if it was named. */
    void moved(RelayMessage.NotMine notMine) {
        Question question = open.get();
        if (question == null || !question.input.room().equals(notMine.room()) || question.reply.isDone()) {
            return;
        }
        NodeId owner = notMine.owner();
        long before = question.since.getAndAccumulate(notMine.epoch(), Math::max);
        if (owner != null && notMine.epoch() > before) {
            relay.send(owner, question.input);
        } else if (owner == null && question.looksSoon.compareAndSet(false, true)) {
            // Each look makes a node say once more that it does not run the room, to all who ask here
            timers.after(AFTER_MOVE, () -> {
                question.looksSoon.set(false);
                look(question);
            });
        }
    }

    private void attempt(Question question, int count) {
        if (question.reply.isDone()) {
            return;
        }
        boolean patient = count > 0
                && (question.nobodyThere || office.finder().isIsolated())
                && timers.now() - question.begun < PATIENCE_MILLIS;
        if (count >= WAITS.size() && !patient) {
            question.reply.complete(new Reply.NoAnswer());
            return;
        }
        timers.after(patient ? NOBODY : WAITS.get(count), () -> attempt(question, patient ? count : count + 1));
        office.owner(question.input.room())
                .filter(known -> count == 0)
                .ifPresentOrElse(known -> relay.send(known, question.input), () -> look(question));
    }

    private void look(Question question) {
        if (question.reply.isDone()) {
            return;
        }
        office.finder().find(question.input.room()).whenComplete((found, failure) -> {
            question.nobodyThere = !(found instanceof RoomFinder.Found.At(var owner, var epoch, var alive) && alive);
            switch (found) {
                case RoomFinder.Found.At(var owner, var epoch, var alive) -> relay.send(owner, question.input);
                case RoomFinder.Found.Gone(var closed) -> {
                    // Somebody here watches it still: then its audience decides when it is gone
                    if (closed || office.owner(question.input.room()).isEmpty()) {
                        question.reply.complete(new Reply.NoRoom());
                    }
                }
                case RoomFinder.Found.Unclear() -> {}
                case null -> {}
            }
        });
    }
}
