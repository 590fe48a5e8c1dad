package io.liaptui.ws.simulation;

import io.liaptui.common.ids.RoomId;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.room.RoomStatus;
import io.liaptui.ws.ownership.NodeState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Invariant 12: some time after the last fault, every live room is owned by a living node and everybody sees its newest state. */
final class RestChecker {
    private static final String NAME = "12 (at rest)";

    private final Truth truth;
    private final Cluster cluster;
    private final People people;
    private final ScreenChecker screens;
    private final SeatChecker seats;

    RestChecker(Truth truth, Cluster cluster, People people, ScreenChecker screens, SeatChecker seats) {
        this.seats = seats;
        this.truth = truth;
        this.cluster = cluster;
        this.people = people;
        this.screens = screens;
    }

    void check() {
        truth.rooms().stream().filter(room -> !room.ended && room.isHere()).forEach(this::isOwned);
        people.openScreens().forEach(this::seesNewest);
        Map<String, Screen> holders = new HashMap<>();
        for (Screen screen : people.openScreens()) {
            seats.seat(screen).ifPresent(seat -> alone(seat, screen, holders.put(screen.channel() + seat, screen)));
        }
    }

    private static void alone(Seat seat, Screen screen, @Nullable Screen other) {
        if (other != null) {
            throw new Violation(
                    "7 (the newest socket has the seat)",
                    "sockets %s and %s of room %s are open for %s"
                            .formatted(other.id(), screen.id(), screen.channel(), seat));
        }
    }

    private void isOwned(RoomTruth room) {
        List<Cluster.Life> owners = cluster.places().stream()
                .filter(life -> life.id().equals(room.owner) && life.host().state() == Host.State.UP)
                .filter(life -> life.registry().state() == NodeState.READY)
                .toList();
        if (owners.isEmpty()) {
            throw new Violation(NAME, "room %s is owned by %s, which is not ready".formatted(room.id, room.owner));
        }
    }

    private void seesNewest(Screen screen) {
        RoomTruth room = RoomId.parse(screen.channel()).flatMap(truth::room).orElse(null);
        if (room == null || room.ended || room.newest().status() == RoomStatus.CLOSED || !screen.sawAnything()) {
            return;
        }
        long shown = screens.versionShown(screen, room);
        for (long version = room.version(); version > shown; version--) {
            if (shown == 0 || !room.at(version).step().isEmpty()) {
                throw new Violation(
                        NAME,
                        "socket %s of room %s (version %d in epoch %d) still shows %s"
                                .formatted(screen.id(), room.id, room.version(), room.epoch, screens.where(screen)));
            }
        }
    }
}
