package io.liaptui.ws.simulation;

import io.liaptui.common.ids.RoomId;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.wire.Frame;
import io.liaptui.ws.room.FoldedRoom;
import io.liaptui.ws.simulation.ClientMemory.Position;
import io.liaptui.ws.simulation.ClientMemory.Seen;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Invariants 2 and 5 at a socket of our own client, by what stands beside each message: after what it had seen comes the
 * next number of the same epoch, or a full view that is no older; each step is whole, and what the log says of that version
 * to this viewer; a version falls only with {@code rewound}.
 */
final class ModernChecker implements Watch {
    private static final String NAME = "5 (what our own client sees)";

    private final Truth truth;
    private final SeatChecker seats;
    private final boolean nothingMayBeLost;
    private final Map<String, Shown> sockets = new HashMap<>();

    private static final class Shown {
        Seen seen;
        final List<String> texts = new ArrayList<>();

        Shown(Seen seen) {
            this.seen = seen;
        }
    }

    ModernChecker(Truth truth, SeatChecker seats, boolean nothingMayBeLost) {
        this.truth = truth;
        this.seats = seats;
        this.nothingMayBeLost = nothingMayBeLost;
    }

    @Override
    public void shown(Screen screen, String text) {
        RoomTruth room = RoomId.parse(screen.channel()).flatMap(truth::room).orElse(null);
        Position position = screen.isModern() && room != null ? Position.of(text) : null;
        if (position == null || room == null) {
            return;
        }
        Shown shown = sockets.computeIfAbsent(screen.id(), _ -> new Shown(screen.resumedFrom()));
        if (!position.message().startsWith("{\"event\":\"position\"")) {
            shown.texts.add(position.message());
        }
        if (!position.more()) {
            check(screen, room, shown, position);
            shown.seen = position.seen();
            shown.texts.clear();
        }
    }

    /** The newest version that this socket shows, or 0; of the epoch if it is that of the room's newest owner. */
    long versionShown(Screen screen, RoomTruth room) {
        Shown shown = sockets.get(screen.id());
        return shown != null && shown.seen.epoch() == room.epoch ? shown.seen.version() : 0;
    }

    private void check(Screen screen, RoomTruth room, Shown shown, Position position) {
        Seen before = shown.seen;
        Seen now = position.seen();
        boolean nothingNew = !position.full() && now.equals(before) && shown.texts.isEmpty();
        boolean later =
                now.epoch() > before.epoch() || (now.epoch() == before.epoch() && now.frame() >= before.frame());
        boolean next = now.epoch() == before.epoch() && now.frame() == before.frame() + 1;
        boolean mayRewind = room.lossDeclared && !nothingMayBeLost;
        boolean follows = nothingNew || (position.full() ? later || mayRewind : next);
        boolean falls = now.version() < before.version();
        if (!follows || falls != position.rewound() || (falls && !mayRewind)) {
            throw new Violation(
                    NAME,
                    "socket %s of room %s had seen %s and is shown %s%s%s"
                            .formatted(
                                    screen.id(),
                                    room.id,
                                    before,
                                    now,
                                    position.full() ? ", full" : "",
                                    position.rewound() ? ", rewound" : ""));
        }
        if (!nothingNew
                && room.everAt(now.version()).stream().noneMatch(state -> says(state, position, shown, screen))) {
            throw new Violation(
                    NAME, "socket %s of room %s is shown of %s: %s".formatted(screen.id(), room.id, now, shown.texts));
        }
    }

    private boolean says(FoldedRoom state, Position position, Shown shown, Screen screen) {
        List<Frame> frames = position.full() ? state.full() : state.step();
        return Set.of(seats.seat(screen), Optional.<Seat>empty()).stream().anyMatch(viewer -> frames.stream()
                .map(frame -> viewer.map(frame::forSeat).orElseGet(frame::forSpectator))
                .toList()
                .equals(shown.texts));
    }
}
