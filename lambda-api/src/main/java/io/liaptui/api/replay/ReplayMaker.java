package io.liaptui.api.replay;

import io.liaptui.api.http.Envelope;
import io.liaptui.api.log.StoredRoom;
import io.liaptui.api.state.Pasts;
import io.liaptui.api.state.StateJson;
import io.liaptui.common.games.GameCatalog;
import io.liaptui.common.history.Entry;
import io.liaptui.common.history.Redaction;
import io.liaptui.common.history.StoredEvent;
import io.liaptui.common.history.Viewer;
import io.liaptui.common.replay.BrokenHistory;
import io.liaptui.common.replay.PastRoom;
import io.liaptui.common.room.codec.RoomCodec;
import io.liaptui.common.wire.Frame;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the replay of a room from a moment on, as far as it fits in one answer. */
final class ReplayMaker {
    /** What one event or step weighs beside its payload and the name in it, about. */
    private static final int EVENT = 180;

    private final GameCatalog catalog;
    private final Viewer viewer;
    private final StoredRoom stored;
    private final Limit limit;
    private final List<Replay.Step> made = new ArrayList<>();
    private int size;

    private ReplayMaker(GameCatalog catalog, Viewer viewer, StoredRoom stored, Limit limit) {
        this.catalog = catalog;
        this.viewer = viewer;
        this.stored = stored;
        this.limit = limit;
    }

    /**
     * How much one answer holds at most.
     *
     * @param weight as {@link Envelope} counts; one step more may come of it
     */
    record Limit(int steps, int weight) {}

    static Replay of(Pasts.Moment moment, Viewer viewer, Limit limit, GameCatalog catalog) {
        return new ReplayMaker(catalog, viewer, moment.stored(), limit).make(moment);
    }

    private Replay make(Pasts.Moment moment) {
        PastRoom begin = moment.at();
        List<RawJson> frames = begin.game() == null
                ? List.of()
                : begin.cast().map(begin.game()::restore).map(this::shown).orElse(List.of());
        PastRoom room = begin;
        boolean cut = false;
        String broken = null;
        for (Entry entry : moment.later()) {
            if (made.size() == limit.steps() || size > limit.weight()) {
                cut = true;
                break;
            }
            try {
                room = step(room, entry);
            } catch (BrokenHistory e) {
                broken = e.getMessage();
                break;
            }
        }
        return new Replay(
                true,
                stored.id().value(),
                stored.game(),
                stored.status(),
                viewer.label(),
                startedAt(room),
                stored.events(),
                begin.events(),
                (cut || !moment.whole()) && room.events() < stored.events() ? room.events() : null,
                broken,
                StateJson.of(begin, viewer),
                frames,
                List.copyOf(made));
    }

    private PastRoom step(PastRoom before, Entry entry) {
        PastRoom after = before;
        List<Replay.Event> shown = new ArrayList<>();
        List<StoredEvent> ofGame = new ArrayList<>();
        PastRoom begun = before;
        for (StoredEvent event : before.rest(entry)) {
            after = after.fold(event, entry.time(), catalog);
            shown.add(event(after.events(), event));
            if (event.type().startsWith(RoomCodec.PREFIX)) {
                begun = ofGame.isEmpty() ? after : begun;
            } else {
                ofGame.add(event);
            }
        }
        List<RawJson> frames = frames(begun, after, ofGame);
        if (!shown.isEmpty()) {
            made.add(new Replay.Step(after.events(), BigDecimal.valueOf(entry.time(), 3), shown, frames));
            size += EVENT;
            size += frames.stream()
                    .mapToInt(frame -> Envelope.weight(frame.text()))
                    .sum();
            size += shown.stream().mapToInt(ReplayMaker::weight).sum();
        }
        return after.after(entry);
    }

    private Replay.Event event(long sequence, StoredEvent event) {
        return new Replay.Event(
                sequence,
                event.type(),
                Redaction.payload(event, viewer),
                event.player(),
                event.seat() == null ? null : event.seat().label(),
                event.by());
    }

    private static int weight(Replay.Event event) {
        return EVENT
                + Envelope.weight(event.payload().toString())
                + (event.player() == null ? 0 : Envelope.weight(event.player()));
    }

    private List<RawJson> frames(PastRoom begun, PastRoom after, List<StoredEvent> events) {
        return begun.game() == null
                ? List.of()
                : after.cast()
                        .map(cast -> shown(begun.game().step(cast, events)))
                        .orElse(List.of());
    }

    private List<RawJson> shown(List<Frame> frames) {
        return frames.stream()
                .map(frame -> new RawJson(Redaction.text(frame, viewer)))
                .toList();
    }

    private static @Nullable BigDecimal startedAt(PastRoom room) {
        return room.room().startedAt() == 0
                ? null
                : BigDecimal.valueOf(room.room().startedAt(), 3);
    }
}
