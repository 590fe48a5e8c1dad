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
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Carries what one socket asks for to the room's owner and brings the answer back. One question at a time; it is
 * repeated with the same number until answered, so that a lost message costs a moment and a doubled one nothing.
 * Threading: any thread, but one question at a time.
 */
public final class Courier {
    /** After the first try; then the client is told to try again. */
    private static final List<Duration> WAITS =
            List.of(Duration.ofMillis(300), Duration.ofSeconds(1), Duration.ofMillis(2500), Duration.ofMillis(2500));

    private final String socket;
    private final RoomFinder finder;
    private final Relay relay;
    private final Timers timers;
    private final AtomicLong numbers = new AtomicLong();
    private final AtomicReference<@Nullable Question> open = new AtomicReference<>();

    private record Question(RelayMessage.Input input, CompletableFuture<Reply> reply) {}

    /** What came of a question. */
    public sealed interface Reply {
        /** Messages for the socket, in order. */
        record Answered(List<String> messages) implements Reply {}

        record NoRoom() implements Reply {}

        /** The owner did not answer; whether it took the command is unknown. */
        record NoAnswer() implements Reply {}
    }

    Courier(String socket, RoomFinder finder, Relay relay, Timers timers) {
        this.socket = socket;
        this.finder = finder;
        this.relay = relay;
        this.timers = timers;
    }

    /**
     * @param data as JSON text
     */
    public CompletionStage<Reply> ask(RoomId room, @Nullable Seat seat, long generation, String event, String data) {
        RelayMessage.Input input =
                new RelayMessage.Input(room, socket, numbers.incrementAndGet(), seat, generation, event, data);
        Question question = new Question(input, new CompletableFuture<>());
        open.set(question);
        attempt(question, 0);
        return question.reply();
    }

    /** An answer has arrived; late ones have no effect. */
    void answered(RelayMessage.Answer answer) {
        Question question = open.get();
        if (question != null && question.input().number() == answer.number()) {
            question.reply().complete(new Reply.Answered(answer.messages()));
        }
    }

    /** The owner is another one: ask again soon. */
    void moved(RoomId room) {
        Question question = open.get();
        if (question != null
                && question.input().room().equals(room)
                && !question.reply().isDone()) {
            timers.after(Duration.ofMillis(100), () -> send(question));
        }
    }

    private void attempt(Question question, int count) {
        if (question.reply().isDone()) {
            return;
        }
        if (count == WAITS.size()) {
            question.reply().complete(new Reply.NoAnswer());
            return;
        }
        timers.after(WAITS.get(count), () -> attempt(question, count + 1));
        send(question);
    }

    private void send(Question question) {
        if (question.reply().isDone()) {
            return;
        }
        finder.owner(question.input().room()).whenComplete((owner, failure) -> {
            if (failure == null) {
                owner.ifPresentOrElse((NodeId to) -> relay.send(to, question.input()), () -> question.reply()
                        .complete(new Reply.NoRoom()));
            }
        });
    }
}
