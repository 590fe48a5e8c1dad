package io.liaptui.api.log;

import io.liaptui.common.history.Viewer;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.room.RoomStatus;
import java.util.Map;

/**
 * What is stored of a room beside its log.
 *
 * @param status as in {@code RoomFields.STATUS}
 * @param events number of its last event
 * @param created milliseconds since 1970
 * @param hole versions that are lost, as in {@code RoomFields.HOLE}; empty if none is
 * @param seats the hash of the seats: {@code p:<seat>} player, {@code t:<seat>} hash of the token
 */
public record StoredRoom(
        RoomId id, String status, String game, long events, long created, String hole, Map<String, String> seats) {
    public StoredRoom {
        seats = Map.copyOf(seats);
    }

    /** True once its game is over for good: nothing changes any more and nothing is hidden. */
    public boolean isOver() {
        return RoomStatus.of(status).filter(RoomStatus::isOver).isPresent();
    }

    /** As whom somebody sees this room. */
    public Viewer viewer(SeatProof proof) {
        return isOver()
                ? new Viewer.Afterwards()
                : Viewer.holding(proof.seat(id, seats).orElse(null));
    }
}
