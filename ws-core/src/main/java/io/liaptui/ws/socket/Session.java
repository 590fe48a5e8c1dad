package io.liaptui.ws.socket;

import io.liaptui.common.bans.Ban;
import io.liaptui.common.protocol.ClientCodec.Reading;
import io.liaptui.common.protocol.ClientMessage;
import io.liaptui.common.protocol.CloseCode;
import io.liaptui.common.protocol.ServerCodec;
import io.liaptui.common.protocol.ServerMessage;
import io.liaptui.ws.actor.Mailbox;
import io.liaptui.ws.bans.Bans;
import io.liaptui.ws.limits.LimitKind;
import io.liaptui.ws.limits.LimitScope;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What a client says on one socket, one message after the other: the next begins when the last is done. Pings are
 * answered at once.
 *
 * <p>Full queue ({@value #QUEUE} messages), or above a limit: the message is refused and has no effect. No refusal is silent, for
 * a client that waits for its answer would hang. Threading: the framework's event loop only offers; the work is done on one
 * thread of the executor at a time.
 */
abstract class Session {
    /** The answer to a message that needs no waiting. */
    static final CompletionStage<Void> DONE = CompletableFuture.completedStage(null);

    private static final Logger LOG = Logger.getLogger(Session.class);
    private static final String LIMITED = "rate_limited";
    private static final int QUEUE = 16;
    private static final int INBOX = 64;
    private static final Duration ASK_AGAIN = Duration.ofMillis(250);
    private static final int MAX_TEXT = 8 * 1024;

    private final Queue<Waiting> queue = new ArrayDeque<>();
    private final Client client;
    private final RateLimits limits;
    private final RefusalNotice notice;
    private final AtomicBoolean overflowed = new AtomicBoolean();
    private final Mailbox<Runnable> mailbox;
    private boolean busy;
    private volatile boolean ended;

    /** @param command the client's number for it, 0 if it gave none */
    private record Waiting(long command, Supplier<CompletionStage<?>> step) {}

    Session(Client client) {
        this.client = client;
        this.limits = new RateLimits(client.parts().gameEvents(), client.parts().pace());
        this.notice = new RefusalNotice(client.parts().timers(), this::later, this::say);
        this.mailbox = Mailbox.ofTasks(INBOX, client.parts().executor());
        client.parts().pauses().enter(client);
    }

    /**
     * Carries out one message; the next waits for the stage.
     *
     * @param command the client's number for it, 0 if it gave none
     */
    abstract CompletionStage<?> handle(ClientMessage message, long command);

    /** An event that nobody knows. */
    abstract void unknown(String event, long command);

    /** What a ping is answered with. */
    abstract ServerMessage pong(ClientMessage.Ping ping);

    /** Whether a message that says to come from this player may; asked in order with the messages. */
    abstract boolean speaksFor(String player);

    /**
     * How a refusal is told.
     *
     * @param event "" for one that was not read
     */
    ServerMessage refusal(String event, String text) {
        return error(LIMITED, text);
    }

    /** Gives back what the session holds; called once. */
    abstract void release();

    /** The socket is closed. */
    void closed() {
        ended = true;
        client.parts().pauses().leave(client);
        release();
    }

    /** A text frame came. */
    void text(String text) {
        client.parts().count().message();
        if (text.length() > MAX_TEXT || text.getBytes(StandardCharsets.UTF_8).length > MAX_TEXT) {
            say(error("validation_error", "A message must not be longer than 8 KB."));
            client.outbox().close(CloseCode.TOO_BIG.code(), "message above 8 KB");
        } else if (!mailbox.offer(() -> read(text)) && overflowed.compareAndSet(false, true)) {
            later(() -> {
                overflowed.set(false);
                refuse("", 0, "Too many messages at once. Please slow down.");
            });
        }
    }

    /** The ban of who is at the other end, if there is one. */
    Optional<Ban> ban(Bans bans) {
        return bans.of(client.address().text(), client.sids());
    }

    /** Ends this socket as an operator wants, after what waits here. */
    void expel(String message) {
        later(() -> enqueue(() -> {
            sendAway(message);
            return DONE;
        }));
    }

    /** Tells why, and closes. The existing client does not come back after 1000. */
    void sendAway(String message) {
        tellRemoved(message);
        closeRemoved();
    }

    void tellRemoved(String message) {
        say(error("removed_by_operator", message));
    }

    void closeRemoved() {
        client.outbox().close(CloseCode.LEFT.code(), "removed by an operator");
    }

    /** Runs something in order with the messages of this socket. */
    void later(Runnable task) {
        mailbox.push(task);
    }

    void say(ServerMessage message) {
        client.outbox().send(ServerCodec.encode(message));
    }

    void sayAll(List<String> messages) {
        messages.forEach(client.outbox()::send);
    }

    static ServerMessage error(@Nullable String type, String message) {
        return new ServerMessage.Error(type, message);
    }

    /** Says that a message has no effect. Our own client is told which of its commands that was, and that it is done with. */
    void refuse(long command, @Nullable String type, String why) {
        answer(command, List.of(ServerCodec.encode(error(type, why))));
    }

    /** Everything that came of a message; the last that is said of a command of our own client is its number. */
    void answer(long command, List<String> messages) {
        if (client.modern() && command > 0) {
            messages.forEach(text -> client.outbox().send(Replies.to(command, text)));
            say(new ServerMessage.Ack(command));
        } else {
            sayAll(messages);
        }
    }

    /** The message is not done with: our own client may say it again. */
    void unanswered(long command, String type, String why) {
        String text = ServerCodec.encode(error(type, why));
        client.outbox().send(client.modern() && command > 0 ? Replies.to(command, text) : text);
    }

    /** Does this after everything that waits; called in order with the messages only. */
    void enqueue(Supplier<CompletionStage<?>> step) {
        enqueue(0, step);
    }

    private void enqueue(long command, Supplier<CompletionStage<?>> step) {
        queue.add(new Waiting(command, step));
        next();
    }

    /** Done after this time. */
    CompletionStage<Void> later(Duration delay) {
        CompletableFuture<Void> passed = new CompletableFuture<>();
        client.parts().timers().after(delay, () -> passed.complete(null));
        return passed;
    }

    /** Asks again, four times a second, until there is an answer or the socket is closed. */
    <T> CompletionStage<T> untilAnswered(Supplier<CompletionStage<T>> question) {
        CompletableFuture<T> answered = new CompletableFuture<>();
        attempt(question, answered);
        return answered;
    }

    private <T> void attempt(Supplier<CompletionStage<T>> question, CompletableFuture<T> answered) {
        question.get().whenComplete((answer, failure) -> {
            if (failure == null) {
                answered.complete(answer);
            } else if (ended) {
                answered.completeExceptionally(failure);
            } else {
                client.parts().timers().after(ASK_AGAIN, () -> attempt(question, answered));
            }
        });
    }

    private void read(String text) {
        switch (client.parts().codec().read(text)) {
            case Reading.Malformed(var problem, var command) -> {
                if (passes("malformed", command)) {
                    refuse(command, "validation_error", problem);
                }
            }
            case Reading.Unknown(var event, var command) -> {
                if (passes("unknown", command)) {
                    unknown(event, command);
                }
            }
            case Reading.Message(var event, var message, var command, var speaker) -> {
                if (!passes(event, command)) {
                    return;
                }
                if (message instanceof ClientMessage.Ping ping) {
                    say(pong(ping));
                } else if (queue.size() >= QUEUE) {
                    refuse(event, command, "Too many messages at once. Please slow down.");
                } else {
                    enqueue(command, () -> obey(message, command, speaker));
                }
            }
        }
    }

    /** Nobody acts for another, whatever it is that is asked. */
    private CompletionStage<?> obey(ClientMessage message, long command, Optional<String> speaker) {
        if (speaker.isPresent() && !speaksFor(speaker.get())) {
            refuse(command, "permission_denied", "You can act for nobody but yourself.");
            return DONE;
        }
        return handle(message, command);
    }

    private boolean passes(String event, long command) {
        long now = client.parts().timers().now();
        RateLimits.Verdict verdict = limits.judge(event, now);
        String text = "Too many messages of this kind. Please slow down.";
        if (verdict == RateLimits.Verdict.PASS) {
            Optional<SocketLimits.Refused> shared =
                    client.parts().limits().message(event, client.address(), client.browser());
            if (shared.isEmpty()) {
                return true;
            }
            verdict = limits.refuse(now);
            text = shared.get().by() == LimitScope.BROWSER
                    ? "Too much at once from this browser. Please wait a little."
                    : "Too much at once from your network. Please wait a little.";
        } else {
            client.parts().limits().refused(LimitKind.of(event), LimitScope.SOCKET, client.address());
        }
        client.parts().count().refused();
        if (verdict == RateLimits.Verdict.CLOSE) {
            client.parts().count().thrownOut();
            client.outbox().close(CloseCode.RATE.code(), "too many messages");
        } else {
            refuse(event, command, text);
        }
        return false;
    }

    /** Each action has its own answer; of what a program says by itself one a second is enough. */
    private void refuse(String event, long command, String text) {
        ServerMessage refusal = refusal(event, text);
        if (event.isEmpty() || event.equals("ping") || !(refusal instanceof ServerMessage.Error)) {
            notice.tell(refusal);
        } else {
            refuse(command, LIMITED, text);
        }
    }

    private void next() {
        while (!busy && !queue.isEmpty()) {
            busy = true;
            Waiting first = queue.remove();
            CompletableFuture<?> done = safely(first.step()).toCompletableFuture();
            if (done.isDone()) {
                finished(first, done);
            } else {
                done.whenComplete((result, failure) -> later(() -> {
                    finished(first, done);
                    next();
                }));
            }
        }
    }

    private static CompletionStage<?> safely(Supplier<CompletionStage<?>> step) {
        try {
            return step.get();
        } catch (Throwable e) {
            // Whatever it is, the socket must not stay busy for ever
            return CompletableFuture.failedStage(e);
        }
    }

    private void finished(Waiting what, CompletableFuture<?> done) {
        busy = false;
        if (done.isCompletedExceptionally()) {
            LOG.warnf("a message failed: %s", done.exceptionNow());
            unanswered(what.command(), "unavailable", "The server cannot do this at the moment. Please try again.");
        }
    }
}
