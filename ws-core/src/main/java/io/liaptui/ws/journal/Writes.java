package io.liaptui.ws.journal;

import io.liaptui.common.history.Entry;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.redis.RoomFields;
import io.liaptui.ws.journal.RoomJournal.Remembered;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What both journals ask of their arguments, and how a fence is judged outside a script. */
final class Writes {
    /** Fields of a hash that a restore does not take from the owner: they follow from the rest, or from what is stored. */
    private static final Set<String> NOT_REMEMBERED =
            Set.of(RoomFields.OWNER, RoomFields.EPOCH, RoomFields.VERSION, RoomFields.SCHEMA, RoomFields.HOLE);

    private Writes() {}

    static void checkFirst(Entry first) {
        if (first.version() != 1 || first.firstEvent() != 1) {
            throw new IllegalArgumentException("a room begins with entry 1 and event 1, not entry " + first.version()
                    + " and event " + first.firstEvent());
        }
    }

    static void checkEntries(Fence fence, long expected, List<Entry> entries) {
        if (entries.isEmpty()) {
            // A late execution of such an append could bring back old fields, for no version tells it from a newer one
            throw new IllegalArgumentException("an append needs an entry");
        }
        long version = expected;
        for (Entry entry : entries) {
            version++;
            if (entry.version() != version || entry.epoch() != fence.epoch()) {
                throw new IllegalArgumentException("entry " + entry.version() + " of epoch " + entry.epoch()
                        + " stands where entry " + version + " of epoch " + fence.epoch() + " belongs");
            }
        }
    }

    static void checkMemory(Fence fence, Remembered memory) {
        long version = memory.snapshot().version() - memory.ring().size();
        long epoch = 0;
        for (Entry entry : memory.ring()) {
            version++;
            if (entry.version() != version) {
                throw new IllegalArgumentException("entry " + entry.version() + " stands where entry " + version
                        + " belongs: a ring has no holes and ends with the snapshot's version "
                        + memory.snapshot().version());
            }
            if (entry.epoch() < epoch || entry.epoch() > fence.epoch()) {
                throw new IllegalArgumentException("entry " + entry.version() + " of epoch " + entry.epoch()
                        + " cannot follow epoch " + epoch + " in the life " + fence.epoch());
            }
            epoch = entry.epoch();
        }
    }

    /** Of what an owner remembers of the hash, what a restore writes. */
    static Map<String, String> fields(Remembered memory) {
        Map<String, String> fields = new HashMap<>(memory.fields());
        fields.keySet().removeAll(NOT_REMEMBERED);
        return fields;
    }

    /** The comparison that the scripts make too. */
    static Outcome judge(Fence fence, NodeId owner, long epoch, long version) {
        if (epoch < fence.epoch()) {
            return new Outcome.Behind(epoch, version);
        }
        return epoch == fence.epoch() && owner.equals(fence.node())
                ? new Outcome.Done(version, false)
                : new Outcome.Fenced(owner, epoch);
    }
}
