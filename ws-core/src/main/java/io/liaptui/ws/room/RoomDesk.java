package io.liaptui.ws.room;

import io.liaptui.common.games.GameCatalog;
import io.liaptui.common.games.GameModule;
import io.liaptui.common.history.Entry;
import io.liaptui.common.history.StoredEvent;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.protocol.ServerCodec;
import io.liaptui.common.protocol.ServerMessage;
import io.liaptui.common.room.Occupant;
import io.liaptui.common.room.RoomCodec;
import io.liaptui.common.room.RoomEvent;
import io.liaptui.common.room.RoomRules;
import io.liaptui.common.room.RoomState;
import io.liaptui.common.room.RoomStatus;
import io.liaptui.common.room.RoomVerdict;
import io.liaptui.common.rules.Pace;
import io.liaptui.common.wire.Frame;
import io.liaptui.ws.journal.Fence;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Decides what an input leads to, against the state at the end of a batch. Nothing leaves the room here. One thread at
 * a time.
 */
final class RoomDesk {
    private static final Logger LOG = Logger.getLogger(RoomDesk.class);

    private final Fence fence;
    private final GameCatalog catalog;
    private final RoomSettings settings;
    private final InstantSource clock;
    private final Presence presence;
    private final RoomAlarms alarms;
    private final RoomFrames frames;
    private final RoomCommands commands;

    RoomDesk(
            Fence fence,
            GameCatalog catalog,
            RoomSettings settings,
            InstantSource clock,
            Presence presence,
            RoomAlarms alarms,
            Seeds seeds) {
        this.fence = fence;
        this.catalog = catalog;
        this.settings = settings;
        this.clock = clock;
        this.presence = presence;
        this.alarms = alarms;
        this.frames = new RoomFrames(fence.room(), settings);
        this.commands = new RoomCommands(this, fence.room(), presence, frames, settings, seeds);
    }

    void take(RoomInput input, Batch batch) {
        switch (input) {
            case RoomInput.Attach attach -> attach(attach, batch);
            case RoomInput.Detach(var from, var detach) ->
                presence.detach(detach.socket()).ifPresent(seat -> grace(seat, batch));
            case RoomInput.NodeLost(var node) ->
                presence.lose(node)
                        .forEach(seat -> alarms.grace(
                                seat,
                                presence.generation(seat),
                                settings.grace().moved()));
            case RoomInput.Command(var from, var command) -> commands.take(from, command, batch);
            case RoomInput.TimeUp(var deadline) -> timeUp(deadline, batch);
            case RoomInput.BotTurn(var seat) -> botTurn(seat, batch);
            case RoomInput.GraceOver(var seat, var generation) -> graceOver(seat, generation, batch);
            case RoomInput.Deserted() -> deserted(batch);
            case RoomInput.Written w -> throw notForTheDesk(w);
            case RoomInput.Checked c -> throw notForTheDesk(c);
            case RoomInput.CheckFailed c -> throw notForTheDesk(c);
            case RoomInput.Ended e -> throw notForTheDesk(e);
        }
    }

    /** Writes an entry and tells everybody. */
    void step(Batch batch, Step step) {
        RoomMemory before = batch.memory();
        long time = Math.max(before.time(), clock.millis());
        List<RoomEvent> happened = new ArrayList<>(step.room());
        GameTable<?, ?, ?> table =
                step.game() == null ? before.table() : step.game().after();
        RoomState room = before.room();
        for (RoomEvent event : happened) {
            room = room.apply(event, time);
        }
        if (table != null && table.isOver() && room.status() == RoomStatus.RUNNING) {
            RoomEvent finished = new RoomEvent.Finished();
            happened.add(finished);
            room = room.apply(finished, time);
        }
        RoomMemory after = before.with(room, table);
        long version = before.version() + 1;
        Entry entry = new Entry(
                version,
                fence.epoch(),
                time,
                before.events() + 1,
                stored(step, happened, room),
                step.commands(),
                table == null ? -1 : alarms.left(module(room), table),
                version % RoomMemory.HASH_EVERY == 0 ? after.hash() : null);
        batch.add(entry, after, !happened.isEmpty());
        List<Frame> told = new ArrayList<>(frames.step(before.room(), room, happened, time));
        if (step.game() != null) {
            told.addAll(step.game().frames().apply(frames.cast(room, module(room), time)));
        }
        batch.tell(new Output.ToAll(told, version));
        if (room.status() == RoomStatus.CLOSED) {
            presence.all()
                    .forEach(watcher -> batch.tell(new Output.Kick(watcher.node(), watcher.socket(), "room gone")));
        }
    }

    /**
     * What one accepted input did.
     *
     * @param actor who acted, if a seat did
     * @param by {@code human}, {@code bot} or {@code stand-in}
     */
    record Step(
            List<RoomEvent> room,
            GameTable.Outcome.@Nullable Happened game,
            List<String> commands,
            @Nullable Seat actor,
            @Nullable String by) {
        static Step of(List<RoomEvent> room, List<String> commands, @Nullable Seat actor) {
            return new Step(room, null, commands, actor, actor == null ? null : "human");
        }
    }

    GameModule<?, ?, ?> module(RoomState room) {
        return RoomMemory.module(catalog, room.game());
    }

    /** Whoever got this seat has that long to come with a socket. */
    void expect(Seat seat, Duration within) {
        alarms.grace(seat, presence.generation(seat), within);
    }

    /** Someone without a socket in the room becomes absent after the grace of the phase. */
    private void grace(Seat seat, Batch batch) {
        RoomSettings.Grace grace = settings.grace();
        Duration wait = batch.memory().room().status() == RoomStatus.OPEN ? grace.waiting() : grace.playing();
        alarms.grace(seat, presence.generation(seat), wait);
    }

    private void attach(RoomInput.Attach input, Batch batch) {
        var attach = input.attach();
        switch (presence.attach(input.from(), attach)) {
            case Presence.Attached.Outdated() -> batch.tell(new Output.Kick(input.from(), attach.socket(), "replaced"));
            case Presence.Attached.Here(var replaced) -> {
                replaced.ifPresent(old -> batch.tell(new Output.Kick(old.node(), old.socket(), "replaced")));
                int mark = batch.mark();
                Seat seat = attach.seat();
                if (seat != null && isAway(batch.memory().room(), seat)) {
                    step(batch, Step.of(List.of(new RoomEvent.Returned(seat)), List.of(), seat));
                }
                RoomMemory memory = batch.memory();
                batch.tellAt(
                        mark,
                        new Output.Full(
                                input.from(),
                                attach.socket(),
                                seat,
                                frames.full(memory, module(memory.room())),
                                memory.version()));
            }
        }
    }

    private void timeUp(Pace.Deadline deadline, Batch batch) {
        GameTable<?, ?, ?> table = batch.memory().table();
        if (table != null && table.pace().equals(deadline)) {
            game(table.timeUp(deadline.timer()), "the timer " + deadline.timer(), List.of(), null, null, batch);
        }
    }

    private void botTurn(Seat seat, Batch batch) {
        alarms.thought(seat);
        RoomMemory memory = batch.memory();
        Occupant occupant = memory.room().at(seat).orElse(null);
        GameTable<?, ?, ?> table = memory.table();
        if (table != null
                && occupant != null
                && occupant.isPlayedByBot()
                && table.awaited().contains(seat)) {
            String by = occupant instanceof Occupant.Bot ? "bot" : "stand-in";
            String id = "bot:" + seat.index() + ':' + memory.version();
            game(table.bot(seat), "a bot's move", List.of(id), seat, by, batch);
        }
    }

    private void game(
            GameTable.Outcome outcome,
            String what,
            List<String> ids,
            @Nullable Seat actor,
            @Nullable String by,
            Batch batch) {
        if (outcome instanceof GameTable.Outcome.Happened happened) {
            step(batch, new Step(List.of(), happened, ids, actor, by));
        } else {
            LOG.errorf("room %s: the rules refused %s: %s", fence.room(), what, outcome);
        }
    }

    private void graceOver(Seat seat, long generation, Batch batch) {
        if (presence.isHeld(seat) || presence.generation(seat) > generation) {
            return;
        }
        leave(seat, "disconnected", List.of(), batch);
    }

    /** A person goes; false if nobody sat there. */
    boolean leave(Seat seat, String reason, List<String> ids, Batch batch) {
        if (!(RoomRules.leave(batch.memory().room(), seat, reason) instanceof RoomVerdict.Accepted(var events))) {
            return false;
        }
        presence.unseat(seat);
        if (!events.isEmpty()) {
            if (events.getFirst() instanceof RoomEvent.Vacated) {
                batch.seat(seat, Optional.empty());
            }
            step(batch, Step.of(events, ids, seat));
        }
        return true;
    }

    private void deserted(Batch batch) {
        alarms.desertionOver();
        RoomStatus status = batch.memory().room().status();
        if (!presence.anySeated() && (status == RoomStatus.RUNNING || status == RoomStatus.FINISHED)) {
            String reason = status == RoomStatus.RUNNING ? "abandoned" : "game_over";
            step(batch, Step.of(List.of(new RoomEvent.Closed(reason)), List.of(), null));
        }
    }

    /** Room events stand before those of the game, only the end of the game after them. */
    private static List<StoredEvent> stored(Step step, List<RoomEvent> happened, RoomState room) {
        String player = step.actor() == null
                ? null
                : room.at(step.actor()).map(Occupant::name).orElse(null);
        List<StoredEvent> stored = new ArrayList<>();
        happened.subList(0, step.room().size())
                .forEach(event -> stored.add(RoomCodec.write(event).actedBy(player, step.by())));
        if (step.game() != null) {
            step.game().events().forEach(event -> {
                Seat seat = event.seat();
                String name =
                        seat == null ? null : room.at(seat).map(Occupant::name).orElse(null);
                stored.add(event.actedBy(name, name == null ? null : step.by()));
            });
        }
        happened.subList(step.room().size(), happened.size()).forEach(event -> stored.add(RoomCodec.write(event)));
        return stored;
    }

    private static boolean isAway(RoomState room, Seat seat) {
        return room.at(seat).orElse(null) instanceof Occupant.Human human && human.away();
    }

    static String error(@Nullable String type, String message) {
        return ServerCodec.encode(new ServerMessage.Error(type, message));
    }

    private static IllegalStateException notForTheDesk(RoomInput input) {
        return new IllegalStateException("answers of the journal are the room's own: " + input);
    }
}
