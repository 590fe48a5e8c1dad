package io.liaptui.ws.room;

import io.liaptui.common.ids.Seat;
import io.liaptui.common.redis.RemovedSeats;
import io.liaptui.common.room.RoomState;
import io.liaptui.ws.journal.RoomJournal.SeatRow;
import java.time.InstantSource;
import java.util.Optional;

/** Which secret has which seat at the end of a batch, and who lost one lately. One thread at a time. */
final class SeatOwners {
    private final RoomKeep keep;
    private final InstantSource clock;

    SeatOwners(RoomKeep keep, InstantSource clock) {
        this.keep = keep;
        this.clock = clock;
    }

    /** The seat that this very browser has under this very name. */
    Optional<Seat> seat(String name, String tokenHash, Batch batch) {
        RoomState room = batch.memory().room();
        return room.humans().stream()
                .filter(seat -> room.at(seat).orElseThrow().name().equals(name))
                .filter(seat -> token(seat, batch).filter(tokenHash::equals).isPresent())
                .findFirst();
    }

    void seated(Seat seat, String name, String tokenHash, Batch batch) {
        batch.seat(seat, Optional.of(new SeatRow(name, tokenHash)));
        RemovedSeats before = removed(batch);
        RemovedSeats after = before.without(tokenHash);
        if (!after.equals(before)) {
            batch.removed(after);
        }
    }

    /** The host gives the seat away; to be asked before it is empty. */
    void removed(Seat seat, Batch batch) {
        token(seat, batch).ifPresent(hash -> batch.removed(removed(batch).with(hash, clock.millis())));
    }

    private RemovedSeats removed(Batch batch) {
        return batch.removed().orElseGet(keep::removed);
    }

    private Optional<String> token(Seat seat, Batch batch) {
        return batch.seats().containsKey(seat) ? batch.seats().get(seat).map(SeatRow::tokenHash) : keep.token(seat);
    }
}
