package io.liaptui.ws.simulation;

import io.liaptui.common.history.Entry;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.ws.room.FoldedRoom;
import java.util.ArrayList;
import java.util.List;

/** What the journal has said of one room. */
final class RoomTruth {
    final RoomId id;
    NodeId owner;
    long epoch;
    boolean ended;
    private final List<Entry> log = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();
    private final List<FoldedRoom> states = new ArrayList<>();

    RoomTruth(RoomId id, NodeId owner, long epoch, FoldedRoom nothing) {
        this.id = id;
        this.owner = owner;
        this.epoch = epoch;
        states.add(nothing);
    }

    void add(Entry entry, long time) {
        log.add(entry);
        times.add(time);
        states.add(states.getLast().next(entry));
    }

    long version() {
        return log.size();
    }

    Entry entry(long version) {
        return log.get((int) version - 1);
    }

    /** When the journal stored it, in microseconds of the simulation. */
    long storedAt(long version) {
        return times.get((int) version - 1);
    }

    FoldedRoom at(long version) {
        return states.get((int) version);
    }

    FoldedRoom newest() {
        return states.getLast();
    }

    List<Entry> log() {
        return log;
    }
}
