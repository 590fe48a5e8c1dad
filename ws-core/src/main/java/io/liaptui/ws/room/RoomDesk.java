package io.liaptui.ws.room;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.protocol.CloseCode;
import io.liaptui.common.protocol.ServerCodec;
import io.liaptui.common.protocol.ServerMessage;
import io.liaptui.common.redis.NodeRow;
import io.liaptui.common.room.Occupant;
import io.liaptui.common.room.RoomEvent;
import io.liaptui.common.room.RoomRules;
import io.liaptui.common.room.RoomState;
import io.liaptui.common.room.RoomStatus;
import io.liaptui.common.room.RoomVerdict;
import io.liaptui.common.rules.Pace;
import io.liaptui.ws.journal.Fence;
import io.liaptui.ws.ownership.NodeState;
import io.liaptui.ws.ownership.Nodes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Decides what an input leads to, against the state at the end of a batch. Nothing leaves the room here. One thread at
 * a time.
 */
final class RoomDesk {
    private static final Logger LOG = Logger.getLogger(RoomDesk.class);

    private final Fence fence;
    private final RoomSettings settings;
    private final Presence presence;
    private final Nodes nodes;
    private final Waits waits;
    private final WaitPolicy waiting;
    private final RoomFrames frames;
    private final Scribe scribe;
    private final RoomCommands commands;

    RoomDesk(Fence fence, RoomParts parts, Presence presence, Waits waits, WaitPolicy waiting, RoomKeep keep) {
        this.fence = fence;
        this.settings = parts.settings();
        this.nodes = parts.nodes();
        this.presence = presence;
        this.waits = waits;
        this.waiting = waiting;
        this.frames = new RoomFrames(fence.room(), settings);
        this.scribe = new Scribe(fence, parts.catalog(), parts.clock(), presence, waiting, frames);
        this.commands = new RoomCommands(
                this,
                scribe,
                fence.room(),
                presence,
                frames,
                settings,
                parts.seeds(),
                new SeatOwners(keep, parts.clock()));
    }

    void take(RoomInput.Deed input, Batch batch) {
        switch (input) {
            case RoomInput.Attach attach -> attach(attach, batch);
            case RoomInput.Detach(var from, var detach) ->
                presence.detach(detach.socket()).ifPresent(seat -> unattended(seat, from, batch));
            case RoomInput.Here(var from, var here) -> {
                if (here.epoch() == fence.epoch()) {
                    presence.keepOnly(from, here.sockets()).forEach(seat -> unattended(seat, from, batch));
                }
            }
            case RoomInput.NodeLost(var node) ->
                presence.lose(node)
                        .forEach(seat -> expect(seat, settings.grace().moved()));
            case RoomInput.Command(var from, var command) -> commands.take(from, command, batch);
            case RoomInput.WaitOver(var wait, var number) -> {
                if (waits.over(wait, number)) {
                    over(wait, batch);
                }
            }
            case RoomInput.Shut(var done) -> shut(done, batch);
        }
    }

    private void over(Wait wait, Batch batch) {
        switch (wait.kind()) {
            case GAME -> timeUp(batch);
            case LIMIT -> turnLimit(wait.whose(), batch);
            case BOT -> botTurn(wait.whose(), batch);
            case ABSENCE -> graceOver(wait.whose(), batch);
            case DESERTED -> deserted(batch);
            case STAY -> overstayed(batch);
        }
    }

    /** Whoever has this seat has that long to come with a socket. */
    void expect(Seat seat, Duration within) {
        waits.begin(Wait.absence(seat), within);
    }

    /** A socket of this node is gone; one that the server itself sent away needs longer to come back. */
    private void unattended(Seat seat, NodeId from, Batch batch) {
        if (isLeaving(from)) {
            expect(seat, settings.grace().sent());
        } else {
            grace(seat, batch);
        }
    }

    /** Someone without a socket in the room becomes absent after the grace of the phase. */
    private void grace(Seat seat, Batch batch) {
        RoomSettings.Grace grace = settings.grace();
        expect(seat, batch.memory().room().status() == RoomStatus.OPEN ? grace.waiting() : grace.playing());
    }

    private void attach(RoomInput.Attach input, Batch batch) {
        if (!nodes.isAlive(input.from())) {
            // Sent before that node died and heard after: nobody would ever detach the socket. If it lives, it asks
            // again
            return;
        }
        var attach = input.attach();
        if (attach.seat() != null
                && presence.holds(attach.seat(), attach.generation())
                && !(batch.memory().room().at(attach.seat()).orElse(null) instanceof Occupant.Human)) {
            // Bound before the seat was given away: with a new socket it hears why
            batch.tell(new Output.Kick(input.from(), attach.socket(), CloseCode.TRY_LATER, "the seat is gone"));
            return;
        }
        Optional<Seat> before = presence.seatOf(attach.socket());
        switch (presence.attach(input.from(), attach)) {
            case Presence.Attached.Outdated() -> batch.tell(new Output.Kick(input.from(), attach.socket(), "replaced"));
            case Presence.Attached.Here(var replaced) -> {
                replaced.ifPresent(old -> batch.tell(new Output.Kick(old.node(), old.socket(), "replaced")));
                before.filter(seat -> !presence.isHeld(seat)).ifPresent(seat -> grace(seat, batch));
                int mark = batch.mark();
                Seat seat = attach.seat();
                if (seat != null) {
                    waits.cancel(Wait.absence(seat));
                }
                // A socket that only asks again for what it missed brings nobody back
                if (seat != null
                        && !before.equals(Optional.of(seat))
                        && isAway(batch.memory().room(), seat)) {
                    scribe.write(batch, Scribe.Step.of(List.of(new RoomEvent.Returned(seat)), List.of(), seat));
                }
                RoomMemory memory = batch.memory();
                batch.tellAt(
                        mark,
                        new Output.CatchUp(
                                input.from(),
                                attach.socket(),
                                seat,
                                attach.haveEpoch(),
                                attach.haveNumber(),
                                () -> frames.full(memory, scribe.module(memory.room())),
                                memory.version()));
            }
        }
    }

    /** Unless the game went on in this very batch. */
    private void timeUp(Batch batch) {
        GameTable<?, ?, ?> table = running(batch);
        if (table != null && table.pace() instanceof Pace.Deadline deadline && waits.isFor(Wait.GAME, deadline)) {
            game(table.timeUp(deadline.timer()), "the timer " + deadline.timer(), List.of(), null, null, batch);
        }
    }

    private void botTurn(Seat seat, Batch batch) {
        Occupant occupant = batch.memory().room().at(seat).orElse(null);
        if (occupant != null && occupant.isPlayedByBot()) {
            bot(seat, occupant instanceof Occupant.Bot ? "bot" : "stand-in", batch);
        }
    }

    /** A bot makes this one decision; the seat stays its human's. */
    private void turnLimit(Seat seat, Batch batch) {
        Occupant occupant = batch.memory().room().at(seat).orElse(null);
        if (occupant instanceof Occupant.Human human && !human.away()) {
            bot(seat, "turn-limit", batch);
        }
    }

    /** Unless the game went on in this very batch: the alarm was for an earlier decision then, and is armed anew. */
    private void bot(Seat seat, String by, Batch batch) {
        GameTable<?, ?, ?> table = running(batch);
        if (table != null && batch.isUntouched() && table.awaited().contains(seat)) {
            String id = "bot:" + seat.index() + ':' + batch.memory().version();
            game(table.bot(seat), "a bot's move", List.of(id), seat, by, batch);
        }
    }

    /** A node that gives its rooms away closes its sockets next: their players are sent elsewhere, they did not leave. */
    private boolean isLeaving(NodeId node) {
        NodeRow row = nodes.rows().get(node);
        return row != null && !row.state().equals(NodeState.READY.text());
    }

    /** The game, unless an input of this very batch ended it or closed the room. */
    private static @Nullable GameTable<?, ?, ?> running(Batch batch) {
        RoomMemory memory = batch.memory();
        return memory.room().status() == RoomStatus.RUNNING ? memory.table() : null;
    }

    private void game(
            GameTable.Outcome outcome,
            String what,
            List<String> ids,
            @Nullable Seat actor,
            @Nullable String by,
            Batch batch) {
        if (outcome instanceof GameTable.Outcome.Happened happened) {
            scribe.write(batch, new Scribe.Step(List.of(), happened, ids, actor, by));
        } else {
            LOG.errorf("room %s: the rules refused %s: %s", fence.room(), what, outcome);
        }
    }

    private void graceOver(Seat seat, Batch batch) {
        if (!presence.isHeld(seat)) {
            leave(seat, "disconnected", List.of(), batch);
        }
    }

    /** The seat is nobody's any more, or will be the next player's. */
    void vacate(Seat seat, Batch batch) {
        batch.seat(seat, Optional.empty());
        presence.vacate(seat);
        waits.cancel(Wait.absence(seat));
    }

    /** A person goes; false if nobody sat there. */
    boolean leave(Seat seat, String reason, List<String> ids, Batch batch) {
        if (!(RoomRules.leave(batch.memory().room(), seat, reason) instanceof RoomVerdict.Accepted(var events))) {
            return false;
        }
        presence.unseat(seat);
        if (!events.isEmpty()) {
            if (events.getFirst() instanceof RoomEvent.Vacated) {
                vacate(seat, batch);
            }
            scribe.write(batch, Scribe.Step.of(events, ids, seat));
        }
        return true;
    }

    private void deserted(Batch batch) {
        RoomStatus status = batch.memory().room().status();
        if (!presence.anySeated() && (status == RoomStatus.RUNNING || status == RoomStatus.FINISHED)) {
            close(status == RoomStatus.RUNNING ? "abandoned" : "game_over", batch);
        }
    }

    /** Unless the host acted in this very batch: then the wait begins anew. */
    private void overstayed(Batch batch) {
        RoomStatus status = batch.memory().room().status();
        if (status == RoomStatus.FINISHED) {
            close("game_over", batch);
        } else if (status == RoomStatus.OPEN && !batch.hostActed()) {
            close(RoomFrames.IDLE_HOST, batch);
        }
    }

    private void close(String reason, Batch batch) {
        scribe.write(batch, Scribe.Step.of(List.of(new RoomEvent.Closed(reason)), List.of(), null));
    }

    /** Is a decision of this seat open for long? */
    boolean isIdle(Seat seat) {
        return waiting.isIdle(seat);
    }

    private void shut(CompletableFuture<Boolean> done, Batch batch) {
        if (batch.memory().room().status() != RoomStatus.CLOSED) {
            close(RoomFrames.BY_OPERATOR, batch);
        }
        batch.tellLast(new Output.Done(done));
    }

    private static boolean isAway(RoomState room, Seat seat) {
        return room.at(seat).orElse(null) instanceof Occupant.Human human && human.away();
    }

    static String error(@Nullable String type, String message) {
        return ServerCodec.encode(new ServerMessage.Error(type, message));
    }
}
