package io.liaptui.ws.room;

import io.liaptui.common.games.GameCatalog;
import io.liaptui.common.games.GameModule;
import io.liaptui.common.history.Entry;
import io.liaptui.common.history.StoredEvent;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.room.RoomEvent;
import io.liaptui.common.room.RoomState;
import io.liaptui.common.room.RoomStatus;
import io.liaptui.common.room.codec.RoomCodec;
import io.liaptui.common.rules.Pace;
import io.liaptui.common.wire.Cast;
import io.liaptui.common.wire.Frame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A room as its log says, folded apart from any actor: what whoever asks must be shown of each version. */
public final class FoldedRoom {
    private final RoomId id;
    private final GameCatalog catalog;
    private final RoomSettings settings;
    private final RoomMemory memory;
    private final @Nullable Play<?, ?, ?> play;
    private final @Nullable FoldedRoom before;
    private final @Nullable Entry entry;
    private @Nullable List<Frame> step;
    private @Nullable List<Frame> full;

    /** A game beside the room's own table, whose states and events can be looked at. */
    private record Play<S, C, E>(GameModule<S, C, E> module, S before, S after, List<E> events) {
        static <S, C, E> Play<S, C, E> begin(GameModule<S, C, E> module) {
            S empty = module.rules().empty();
            return new Play<>(module, empty, empty, List.of());
        }

        Play<S, C, E> next(List<StoredEvent> stored) {
            S state = after;
            List<E> happened = new ArrayList<>();
            for (StoredEvent each : stored) {
                E event = module.codec().event(each);
                state = module.rules().apply(state, event);
                happened.add(event);
            }
            return new Play<>(module, after, state, happened);
        }

        List<Frame> step(Cast cast) {
            return module.wire().step(cast, before, after, events);
        }

        Pace pace() {
            return module.rules().pace(after);
        }
    }

    private FoldedRoom(
            RoomId id,
            GameCatalog catalog,
            RoomSettings settings,
            RoomMemory memory,
            @Nullable Play<?, ?, ?> play,
            @Nullable FoldedRoom before,
            @Nullable Entry entry) {
        this.id = id;
        this.catalog = catalog;
        this.settings = settings;
        this.memory = memory;
        this.play = play;
        this.before = before;
        this.entry = entry;
    }

    /** A room before its first entry. */
    public static FoldedRoom nothing(RoomId id, GameCatalog catalog, RoomSettings settings) {
        return new FoldedRoom(id, catalog, settings, RoomMemory.NOTHING, null, null, null);
    }

    /**
     * @throws IllegalStateException if the entry does not lead to the state that its writer had
     */
    public FoldedRoom next(Entry next) {
        Play<?, ?, ?> playing = play;
        List<StoredEvent> moves = new ArrayList<>();
        for (StoredEvent event : next.events()) {
            if (!event.type().startsWith(RoomCodec.PREFIX)) {
                moves.add(event);
            } else if (RoomCodec.read(event) instanceof RoomEvent.Started) {
                playing = Play.begin(RoomMemory.module(catalog, memory.room().game()));
            }
        }
        return new FoldedRoom(
                id,
                catalog,
                settings,
                memory.fold(next, catalog),
                playing == null ? null : playing.next(moves),
                this,
                next);
    }

    public long version() {
        return memory.version();
    }

    public RoomState room() {
        return memory.room();
    }

    public RoomStatus status() {
        return memory.room().status();
    }

    /** What everybody is told of the newest entry. */
    public List<Frame> step() {
        if (step == null) {
            step = makeStep();
        }
        return step;
    }

    /** What somebody is told who knows nothing. */
    public List<Frame> full() {
        if (full == null) {
            full = new RoomFrames(id, settings).full(memory, module());
        }
        return full;
    }

    /** The timer that runs in this state, if a game does. */
    public @Nullable Pace pace() {
        return play == null || status() != RoomStatus.RUNNING ? null : play.pace();
    }

    /** How long this timer takes. */
    public Duration duration(Pace.Deadline deadline) {
        return settings.timersOf(module()).getOrDefault(deadline.timer(), Duration.ZERO);
    }

    private List<Frame> makeStep() {
        if (before == null || entry == null) {
            return List.of();
        }
        List<RoomEvent> happened = entry.events().stream()
                .filter(event -> event.type().startsWith(RoomCodec.PREFIX))
                .map(RoomCodec::read)
                .toList();
        RoomFrames frames = new RoomFrames(id, settings);
        List<Frame> told = new ArrayList<>(frames.step(before.room(), room(), happened, entry.time()));
        if (play != null && !play.events().isEmpty()) {
            told.addAll(play.step(frames.cast(room(), module(), entry.time())));
        }
        return told;
    }

    private GameModule<?, ?, ?> module() {
        return RoomMemory.module(catalog, memory.room().game());
    }
}
