package io.liaptui.ws.admin;

import io.liaptui.common.admin.AdminCommand;
import io.liaptui.common.admin.AdminOutcome;
import io.liaptui.common.admin.AdminTask;
import io.liaptui.ws.actor.Timers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes operators' commands: each is carried out once, and its outcome written down, at the latest when its time is up.
 * Threading: any thread; nothing blocks.
 */
public final class Orders implements Consumer<AdminCommand> {
    private static final Logger LOG = Logger.getLogger(Orders.class);
    /** Redis' pub/sub and a caller that repeats itself bring a command twice within seconds. */
    private static final int REMEMBERED = 256;
    /** Of what concerns one room; then its outcome is unknown. */
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Deque<String> seen = new ArrayDeque<>();
    private final Outcomes outcomes;
    private final RoomOrders rooms;
    private final NodeOrders node;
    private final PlayerOrders players;
    private final Erasure erasure;
    private final Timers timers;
    private final InstantSource clock;

    public Orders(
            Outcomes outcomes,
            RoomOrders rooms,
            NodeOrders node,
            PlayerOrders players,
            Erasure erasure,
            Timers timers,
            InstantSource clock) {
        this.outcomes = outcomes;
        this.rooms = rooms;
        this.node = node;
        this.players = players;
        this.erasure = erasure;
        this.timers = timers;
        this.clock = clock;
    }

    @Override
    public void accept(AdminCommand command) {
        if (!isNew(command.id())) {
            return;
        }
        LOG.infof("Command %s of an operator: %s", command.id(), command.task());
        Function<String, CompletionStage<Void>> progress = text -> say(command, AdminOutcome.State.RUNNING, text);
        try {
            switch (command.task()) {
                case AdminTask.Drain() -> finish(command, node.drain(progress));
                case AdminTask.Announce(var message) -> finish(command, node.announce(message));
                case AdminTask.Move(var room, var to) -> finishSoon(command, rooms.move(room, to));
                case AdminTask.Close(var room) -> finishSoon(command, rooms.close(room));
                case AdminTask.Bans() -> finishSoon(command, players.bans());
                case AdminTask.Kick(var room, var seat, var reason) ->
                    finish(command, players.kick(room, seat, reason));
                case AdminTask.Erase(var player) -> finish(command, erasure.erase(player, progress::apply));
            }
        } catch (RuntimeException e) {
            LOG.errorf(e, "Command %s failed", command.id());
            say(command, AdminOutcome.State.FAILED, "A defect of the server: its log says more.");
        }
    }

    private synchronized boolean isNew(String id) {
        if (seen.contains(id)) {
            return false;
        }
        seen.addLast(id);
        if (seen.size() > REMEMBERED) {
            seen.removeFirst();
        }
        return true;
    }

    private void finishSoon(AdminCommand command, CompletionStage<Report> work) {
        AtomicBoolean said = new AtomicBoolean();
        timers.after(SOON, () -> {
            if (said.compareAndSet(false, true)) {
                say(command, AdminOutcome.State.FAILED, "Not done within 10 s. Look at the room before you ask again.");
            }
        });
        work.whenComplete((report, failure) -> {
            if (said.compareAndSet(false, true)) {
                end(command, report, failure);
            }
        });
    }

    private void finish(AdminCommand command, CompletionStage<Report> work) {
        work.whenComplete((report, failure) -> end(command, report, failure));
    }

    private void end(AdminCommand command, @Nullable Report report, @Nullable Throwable failure) {
        if (report == null) {
            LOG.warnf(failure, "Command %s failed", command.id());
            say(command, AdminOutcome.State.FAILED, "Redis or the archive did not answer. Try again.");
        } else {
            say(command, report.done() ? AdminOutcome.State.DONE : AdminOutcome.State.FAILED, report.detail());
        }
    }

    private CompletionStage<Void> say(AdminCommand command, AdminOutcome.State state, String detail) {
        return outcomes.say(command.id(), new AdminOutcome(state, detail, clock.millis()));
    }
}
