package io.liaptui.ws.socket;

import io.liaptui.common.protocol.ServerMessage;
import io.liaptui.ws.actor.Timers;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells a client of refusals, at most once a second. What is refused within the second is told when it is over, so that a
 * client that waits for an answer gets one. In order with the messages of the socket.
 */
final class RefusalNotice {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Timers timers;
    private final Consumer<Runnable> mailbox;
    private final Consumer<ServerMessage> out;
    private boolean pausing;
    private @Nullable ServerMessage next;

    RefusalNotice(Timers timers, Consumer<Runnable> mailbox, Consumer<ServerMessage> out) {
        this.timers = timers;
        this.mailbox = mailbox;
        this.out = out;
    }

    void tell(ServerMessage refusal) {
        if (pausing) {
            next = refusal;
            return;
        }
        pausing = true;
        out.accept(refusal);
        timers.after(PAUSE, () -> mailbox.accept(this::over));
    }

    private void over() {
        pausing = false;
        ServerMessage waiting = next;
        next = null;
        if (waiting != null) {
            tell(waiting);
        }
    }
}
