package io.liaptui.ws.simulation;

import io.liaptui.common.ids.RoomId;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.room.RoomStatus;
import io.liaptui.ws.journal.RoomIndex;
import io.liaptui.ws.ownership.NodeState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Invariant 12: some time after the last fault, every live room has one running actor, on its owner, which is ready;
 * everybody sees its newest state, and the lists of rooms say what the rooms say.
 */
final class RestChecker {
    private static final String NAME = "12 (at rest)";

    private final Truth truth;
    private final Cluster cluster;
    private final People people;
    private final ScreenChecker screens;
    private final ModernChecker modern;
    private final SeatChecker seats;

    RestChecker(
            Truth truth,
            Cluster cluster,
            People people,
            ScreenChecker screens,
            ModernChecker modern,
            SeatChecker seats) {
        this.modern = modern;
        this.seats = seats;
        this.truth = truth;
        this.cluster = cluster;
        this.people = people;
        this.screens = screens;
    }

    /** Live rooms that stand in no list, or in another one than their state says. */
    Optional<Violation> hidden() {
        return truth.rooms().stream()
                .filter(room -> !room.ended && room.isHere())
                .filter(room -> !cluster.shelves(room.id)
                        .equals(Set.of(shelf(room.newest().status()))))
                .findFirst()
                .map(room -> new Violation(
                        "12 (lists equal hashes)",
                        "room %s is %s and stands in %s"
                                .formatted(room.id, room.newest().status(), cluster.shelves(room.id))));
    }

    private static RoomIndex.Shelf shelf(RoomStatus status) {
        return switch (status) {
            case OPEN -> RoomIndex.Shelf.OPEN;
            case RUNNING -> RoomIndex.Shelf.LIVE;
            case FINISHED, ARCHIVED, CLOSED, BROKEN -> RoomIndex.Shelf.DONE;
        };
    }

    /** What is not at rest now, if anything is not. */
    Optional<Violation> unrest() {
        return Stream.<Optional<Violation>>concat(
                        truth.rooms().stream()
                                .filter(room -> !room.ended && room.isHere())
                                .map(this::notRunOnce),
                        Stream.concat(
                                Stream.of(twoOfOneSeat()),
                                people.openScreens().stream().map(this::behind)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Violation> twoOfOneSeat() {
        Map<String, Screen> holders = new HashMap<>();
        for (Screen screen : people.openScreens()) {
            Seat seat = seats.seat(screen).orElse(null);
            @Nullable Screen other = seat == null ? null : holders.put(screen.channel() + seat, screen);
            if (other != null) {
                return Optional.of(new Violation(
                        "7 (the newest socket has the seat)",
                        "sockets %s and %s of room %s are open for %s"
                                .formatted(other.id(), screen.id(), screen.channel(), seat)));
            }
        }
        return Optional.empty();
    }

    private Optional<Violation> notRunOnce(RoomTruth room) {
        List<Cluster.Life> running = cluster.places().stream()
                .filter(life -> life.host().state() == Host.State.UP)
                .filter(life -> life.node().rooms().running().contains(room.id))
                .toList();
        boolean right = running.size() == 1
                && running.getFirst().id().equals(room.owner)
                && running.getFirst().registry().state() == NodeState.READY;
        return right
                ? Optional.empty()
                : Optional.of(new Violation(
                        NAME,
                        "room %s at version %d is owned by %s and run by %s"
                                .formatted(
                                        room.id,
                                        room.version(),
                                        room.owner,
                                        running.stream()
                                                .map(life -> life.id() + " ("
                                                        + life.registry().state() + ")")
                                                .toList())));
    }

    private Optional<Violation> behind(Screen screen) {
        RoomTruth room = RoomId.parse(screen.channel()).flatMap(truth::room).orElse(null);
        if (room == null || room.ended || room.newest().status() == RoomStatus.CLOSED || !screen.sawAnything()) {
            return Optional.empty();
        }
        long shown = screen.isModern() ? modern.versionShown(screen, room) : screens.versionShown(screen, room);
        for (long version = room.version(); version > shown; version--) {
            if (shown == 0 || !room.at(version).step().isEmpty()) {
                return Optional.of(new Violation(
                        NAME,
                        "socket %s of room %s (version %d in epoch %d) still shows %s"
                                .formatted(screen.id(), room.id, room.version(), room.epoch, screens.where(screen))));
            }
        }
        return Optional.empty();
    }
}
