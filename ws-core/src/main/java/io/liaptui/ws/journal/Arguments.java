package io.liaptui.ws.journal;

import io.liaptui.common.history.Entry;
import io.liaptui.common.redis.RoomFields;
import io.liaptui.ws.journal.RoomJournal.Remembered;
import io.liaptui.ws.journal.RoomJournal.RoomWrite;
import io.liaptui.ws.journal.RoomJournal.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The arguments of a room script, in the order that the scripts state; a list goes with its length before it. */
final class Arguments {
    private final List<String> values = new ArrayList<>();
    private final int schema;

    /**
     * @param schema in which entries and snapshots are written
     */
    Arguments(int schema) {
        this.schema = schema;
    }

    Arguments add(String value) {
        values.add(value);
        return this;
    }

    Arguments add(long value) {
        return add(Long.toString(value));
    }

    Arguments addEntry(Entry entry) {
        return addList(entry.fields(schema));
    }

    /** The first entry of a room: its epoch is drawn by the script. */
    Arguments addFirst(Entry entry) {
        Map<String, String> fields = new LinkedHashMap<>(entry.fields(schema));
        fields.remove("ep");
        return addList(fields);
    }

    Arguments addWrite(RoomWrite write) {
        // Sorted, so that the same write is the same bytes
        TreeMap<String, String> fields = new TreeMap<>(write.fields());
        fields.put(RoomFields.SCHEMA, Integer.toString(schema));
        addList(fields);
        add(write.snapshot().map(snapshot -> snapshot.in(schema).text()).orElse(""));
        add(3L * write.seats().size());
        new TreeMap<>(write.seats()).forEach((seat, row) -> {
            add(seat.index());
            add(row.map(RoomJournal.SeatRow::player).orElse(""));
            add(row.map(RoomJournal.SeatRow::tokenHash).orElse(""));
        });
        return this;
    }

    /** Schema and text. */
    Arguments addSnapshot(Snapshot snapshot) {
        return add(schema).add(snapshot.in(schema).text());
    }

    Arguments addRemembered(Remembered memory) {
        addSnapshot(memory.snapshot());
        addList(new TreeMap<>(Writes.fields(memory)));
        addList(new TreeMap<>(memory.seats()));
        add(memory.ring().size());
        memory.ring().forEach(this::addEntry);
        return this;
    }

    List<String> values() {
        return values;
    }

    private Arguments addList(Map<String, String> fields) {
        add(2L * fields.size());
        fields.forEach((field, value) -> add(field).add(value));
        return this;
    }
}
