package io.liaptui.ws.room;

import io.liaptui.common.history.Entry;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.redis.RemovedSeats;
import io.liaptui.common.room.RoomStatus;
import io.liaptui.ws.journal.RoomJournal.SeatRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a number of inputs lead to, while nothing of it is stored yet: entries for one append, and what is to be told
 * afterwards. Nothing of it may leave the room before the journal's answer.
 */
final class Batch {
    private final List<Entry> entries = new ArrayList<>();
    private final List<Output> outputs = new ArrayList<>();
    private final List<Output> farewells = new ArrayList<>();
    private final Map<Seat, Optional<SeatRow>> seats = new HashMap<>();
    private Optional<RemovedSeats> removed = Optional.empty();
    private RoomMemory memory;
    private boolean roomChanged;
    private boolean hostActed;

    Batch(RoomMemory memory) {
        this.memory = memory;
    }

    /** The state after everything in this batch. */
    RoomMemory memory() {
        return memory;
    }

    /** Adds an entry, with the state it leads to. */
    void add(Entry entry, RoomMemory after, boolean changesRoom) {
        entries.add(entry);
        memory = after.stored(entry);
        roomChanged |= changesRoom;
    }

    /** The room's host did something that is stored. */
    void markHost() {
        hostActed = true;
    }

    void tell(Output output) {
        outputs.add(output);
    }

    /** Tells this before what was added since {@link #mark}. */
    void tellAt(int mark, Output output) {
        outputs.add(mark, output);
    }

    /** Tells this after everything else, so that nobody's socket is closed before the last answer. */
    void tellLast(Output output) {
        farewells.add(output);
    }

    int mark() {
        return outputs.size();
    }

    void seat(Seat seat, Optional<SeatRow> row) {
        seats.put(seat, row);
    }

    void removed(RemovedSeats seats) {
        removed = Optional.of(seats);
    }

    /** Whose seats the host gave away lately; empty if that did not change. */
    Optional<RemovedSeats> removed() {
        return removed;
    }

    List<Entry> entries() {
        return entries;
    }

    List<Output> outputs() {
        List<Output> all = new ArrayList<>(outputs);
        all.addAll(farewells);
        return all;
    }

    Map<Seat, Optional<SeatRow>> seats() {
        return seats;
    }

    /** Did anything happen that lists and room pages show? */
    boolean roomChanged() {
        return roomChanged;
    }

    /** Did the room's host do something? */
    boolean hostActed() {
        return hostActed;
    }

    /** Has nothing happened yet? */
    boolean isUntouched() {
        return entries.isEmpty();
    }

    boolean isClosed() {
        return memory.room().status() == RoomStatus.CLOSED;
    }
}
