package io.liaptui.common.archive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.common.history.Entry;
import io.liaptui.common.history.StoredEvent;
import io.liaptui.common.ids.PlayerName;
import io.liaptui.common.ids.Seat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes a player's name out of the log of a game that is over. In its place stands that of the seat, so that the game can be
 * read as before: {@code Erased P2}. Names stand in events where somebody takes a seat, and beside who acted; the rules know
 * seats only.
 *
 * @param player in whatever case it was written
 */
public record NameErasure(PlayerName player) {
    private static final String SEATED = "room.seated";
    private static final String NAME = "name";

    /**
     * The log without the name; empty if the name is not in it. The hashes of the state are left out then, for the name was
     * part of the state.
     */
    public Optional<List<Entry>> from(List<Entry> log) {
        List<Entry> kept = new ArrayList<>();
        boolean found = false;
        for (Entry entry : log) {
            List<StoredEvent> events =
                    entry.events().stream().map(this::without).toList();
            found |= !events.equals(entry.events());
            kept.add(new Entry(
                    entry.version(),
                    entry.epoch(),
                    entry.time(),
                    entry.firstEvent(),
                    events,
                    entry.commands(),
                    entry.left(),
                    null));
        }
        return found ? Optional.of(List.copyOf(kept)) : Optional.empty();
    }

    /** The archived room without the name; empty if the name is not in it. */
    public Optional<ArchivedRoom> from(ArchivedRoom room) {
        return from(room.entries())
                .map(entries -> new ArchivedRoom(
                        room.room(), room.game(), room.created(), room.version(), room.events(), entries));
    }

    /** Whether this is the name. */
    public boolean isMeant(@Nullable String name) {
        return name != null && new PlayerName(name).key().equals(player.key());
    }

    /** What stands in the name's place. */
    public static String replacement(@Nullable Seat seat) {
        return seat == null ? "Erased" : "Erased " + seat.label();
    }

    private StoredEvent without(StoredEvent event) {
        boolean seated =
                event.type().equals(SEATED) && isMeant(event.all().path(NAME).textValue());
        if (!seated && !isMeant(event.player())) {
            return event;
        }
        String instead = replacement(event.seat());
        ObjectNode all = event.all();
        if (seated) {
            all = all.deepCopy().put(NAME, instead);
        }
        return new StoredEvent(
                event.type(),
                event.seat(),
                isMeant(event.player()) ? instead : event.player(),
                event.by(),
                all,
                event.own(),
                event.secret());
    }
}
