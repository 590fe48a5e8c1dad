package io.liaptui.ws.simulation;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.room.RoomStatus;
import java.util.function.BiPredicate;

/** Nobody is told that a room is gone while it is not: part of "no game is dropped". */
final class HomeChecker implements Watch {
    private final Truth truth;
    private final BiPredicate<NodeId, Long> wellSince;

    HomeChecker(Truth truth, BiPredicate<NodeId, Long> wellSince) {
        this.truth = truth;
        this.wellSince = wellSince;
    }

    @Override
    public void shown(Screen screen, String text) {
        boolean sentHome = text.startsWith("{\"event\":\"room_not_found\"")
                || (text.startsWith("{\"event\":\"room_closed\"") && !text.contains("player_removed"));
        if (sentHome
                && RoomId.parse(screen.channel())
                        .flatMap(truth::room)
                        .filter(this::isLive)
                        .isPresent()) {
            throw new Violation(
                    "(no game is dropped)",
                    "socket %s is told that room %s is gone: %s".formatted(screen.id(), screen.channel(), text));
        }
    }

    /** Also a room that Redis lost, while somebody lives who can put it back. */
    private boolean isLive(RoomTruth room) {
        boolean comesBack = room.loser()
                .filter(loser -> wellSince.test(loser, room.lostAt()))
                .isPresent();
        return !room.ended && room.newest().status() != RoomStatus.CLOSED && (room.isHere() || comesBack);
    }
}
