package io.liaptui.api.testkit;

import io.liaptui.api.log.StoredRoom;
import io.liaptui.common.history.Entry;
import io.liaptui.common.history.Viewer;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.ids.Seat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Everybody who can look at a game that runs, and what is stored while it does. */
public final class Viewers {
    public static final List<Viewer> WHILE_IT_RUNS = List.of(
            new Viewer.Spectator(),
            new Viewer.SeatHolder(new Seat(0)),
            new Viewer.SeatHolder(new Seat(1)),
            new Viewer.SeatHolder(new Seat(2)),
            new Viewer.SeatHolder(new Seat(3)));

    private Viewers() {}

    /** The name under which a viewer plays. */
    public static String name(Viewer viewer) {
        return viewer instanceof Viewer.SeatHolder(var seat)
                ? List.of("Ann", "Bot 2", "Zoë \"the\" Cat", "Bot 4").get(seat.index())
                : "";
    }

    /** A running room that has had this many events. */
    public static StoredRoom room(int events) {
        return new StoredRoom(new RoomId("LEAK"), "running", "liaptui", events, World.CREATED, "", Map.of());
    }

    /** Its log at that time; a batch that was cut is one that goes on. */
    public static List<Entry> log(List<Entry> entries, int events) {
        List<Entry> log = new ArrayList<>();
        for (Entry entry : entries) {
            int left = (int) Math.min(entry.events().size(), events - entry.firstEvent() + 1);
            if (left > 0) {
                log.add(new Entry(
                        entry.version(),
                        entry.epoch(),
                        entry.time(),
                        entry.firstEvent(),
                        entry.events().subList(0, left),
                        entry.commands(),
                        entry.left(),
                        entry.hash()));
            }
        }
        return log;
    }
}
