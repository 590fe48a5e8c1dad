package io.liaptui.ws.simulation;

import io.liaptui.common.ids.RoomId;
import io.liaptui.common.room.RoomStatus;

/** Nobody is told that a room is gone while it is not: part of "no game is dropped". */
final class HomeChecker implements Watch {
    private final Truth truth;

    HomeChecker(Truth truth) {
        this.truth = truth;
    }

    @Override
    public void shown(Screen screen, String text) {
        boolean sentHome = text.startsWith("{\"event\":\"room_not_found\"")
                || (text.startsWith("{\"event\":\"room_closed\"") && !text.contains("player_removed"));
        if (sentHome
                && RoomId.parse(screen.channel())
                        .flatMap(truth::room)
                        .filter(HomeChecker::isLive)
                        .isPresent()) {
            throw new Violation(
                    "(no game is dropped)",
                    "socket %s is told that room %s is gone: %s".formatted(screen.id(), screen.channel(), text));
        }
    }

    private static boolean isLive(RoomTruth room) {
        return !room.ended && room.newest().status() != RoomStatus.CLOSED;
    }
}
