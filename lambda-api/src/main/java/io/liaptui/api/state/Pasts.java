package io.liaptui.api.state;

import io.liaptui.api.http.NotThere;
import io.liaptui.api.log.Past;
import io.liaptui.api.log.RoomLogs;
import io.liaptui.api.log.StoredRoom;
import io.liaptui.common.games.GameCatalog;
import io.liaptui.common.history.Entry;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.replay.BrokenHistory;
import io.liaptui.common.replay.PastRoom;
import io.liaptui.common.replay.StateText;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rooms as they were after any of their events. */
@Singleton
public class Pasts {
    private final RoomLogs logs;
    private final GameCatalog catalog;

    Pasts(RoomLogs logs, GameCatalog catalog) {
        this.logs = logs;
        this.catalog = catalog;
    }

    /**
     * A room at a moment, and what followed.
     *
     * @param stored what is stored of it beside its log
     * @param at after the event that was asked for
     * @param folded how many events that took, apart from a snapshot
     * @param snapshot whether it began with one
     * @param later the entries that are wanted beyond; the first one may begin before the moment
     * @param whole false if there are more of them than fit in one answer of Redis
     */
    public record Moment(
            StoredRoom stored, PastRoom at, long folded, boolean snapshot, List<Entry> later, boolean whole) {}

    /**
     * A room after event {@code event}, and its log from there to event {@code until}.
     *
     * <p>Fails as {@link RoomLogs} does, and with {@link NotThere} for an event that has not happened, or if the state
     * after it cannot be had.
     *
     * @param event null for the last
     */
    public Uni<Moment> after(RoomId room, @Nullable Long event, long until) {
        return logs.past(room, event, until).map(past -> moment(past, event));
    }

    private Moment moment(Past past, @Nullable Long event) {
        StoredRoom stored = past.room();
        long wanted = event == null ? stored.events() : event;
        if (wanted > stored.events()) {
            throw new NotThere(
                    "Room " + stored.id() + " has had " + stored.events() + " events, not yet " + wanted + ".");
        }
        try {
            PastRoom begin = past.snapshot() == null ? PastRoom.NOTHING : StateText.snapshot(past.snapshot(), catalog);
            PastRoom room = begin;
            int used = 0;
            for (Entry entry : past.entries()) {
                if (room.events() == wanted) {
                    break;
                }
                room = room.fold(entry, wanted, catalog);
                used += room.version() == entry.version() ? 1 : 0;
            }
            if (room.events() != wanted) {
                throw new NotThere("The state after event " + wanted + " of room " + stored.id()
                        + " cannot be had: its log is too long to be read at once.");
            }
            return new Moment(
                    stored,
                    room,
                    wanted - begin.events(),
                    past.snapshot() != null,
                    past.entries().subList(used, past.entries().size()),
                    past.whole());
        } catch (BrokenHistory e) {
            throw new NotThere("The state after event " + wanted + " of room " + stored.id() + " cannot be had: "
                    + e.getMessage() + (stored.hole().isEmpty() ? "." : "; Redis lost them."));
        }
    }
}
