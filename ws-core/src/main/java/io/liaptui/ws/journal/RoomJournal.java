package io.liaptui.ws.journal;

import io.liaptui.common.history.Entry;
import io.liaptui.common.history.Schema;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.redis.RoomFields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Where rooms are kept, and the only judge of who owns one. Each method is one script on the keys of one room: it
 * compares first and writes only if everything holds, so that a late or doubled execution is harmless.
 *
 * <p>Threading: any thread; stages complete on a thread of the journal, which callers must not block.
 *
 * <p>Errors: a call without an answer is ambiguous. {@link #create}, {@link #claim}, {@link #append},
 * {@link #handover}, {@link #restore} and {@link #close} are repeated with the same bytes until answered, so their stages wait as long as the journal is away. The reads
 * {@link #check}, {@link #bind} and {@link #look} fail with {@link JournalAway} after their deadline (1 s).
 */
public interface RoomJournal {
    /** Makes a room with its first entry. The epoch of that entry is set by the journal. */
    CompletionStage<Created> create(RoomId room, NodeId node, String createId, Entry first, RoomWrite write);

    /** The only way to begin running a room that exists. Owner and epoch must still be as seen. */
    CompletionStage<Claim> claim(RoomId room, NodeId node, NodeId seenOwner, long seenEpoch, int reads);

    /**
     * Adds entries {@code expected + 1 ..} and the changed fields.
     *
     * @throws IllegalArgumentException at once, unless there are entries, numbered from there and of the fence's epoch
     */
    CompletionStage<Outcome> append(Fence fence, long expected, List<Entry> entries, RoomWrite write);

    /** Does the fence still hold? A version below the caller's means that the journal is behind. */
    CompletionStage<Outcome> check(Fence fence);

    /**
     * Proves a seat by its token and draws a generation for a new socket of it: the highest wins. A room that has ended
     * counts as missing.
     */
    CompletionStage<Bind> bind(RoomId room, String tokenHash);

    /**
     * Names the next owner and stores a snapshot of this version, in one step. The successor still has to claim the room;
     * the fence does not hold any more.
     */
    CompletionStage<Outcome> handover(Fence fence, long version, NodeId successor, Snapshot snapshot);

    /**
     * Puts back what the journal lost of a room, from its owner's memory. Has no effect unless what is stored is older
     * than (epoch of the fence, version of the snapshot), or nothing. Afterwards the log holds what is older than the ring
     * and was not lost, and the ring; versions between are named in the field {@code hole}. What has ended stays ended.
     *
     * @throws IllegalArgumentException at once, if the ring has a hole or does not end with the snapshot's version
     */
    CompletionStage<Outcome> restore(Fence fence, Remembered memory);

    /**
     * Runs each time the journal answers again after it broke off, once however many connections broke; what was stored
     * may be lost then. On a thread of the journal, which must not be blocked.
     */
    void onReturn(Runnable listener);

    /**
     * Has it so little memory left that no room should be made, so that games that run may go on? Known a second late; false if
     * nobody can say.
     */
    default CompletionStage<Boolean> isFilling() {
        return CompletableFuture.completedStage(false);
    }

    /** Ends the room; what stays of it, and for how long, is said by the ending. */
    CompletionStage<Outcome> close(Fence fence, long version, Ending ending);

    /** In which form rooms are stored here. {@link #claim} is to be asked with what it reads. */
    default Schema schema() {
        return Schema.ofBuild();
    }

    /** The room's hash as it is, if there is one. A hint: it may change at once. */
    CompletionStage<Optional<Map<String, String>>> look(RoomId room);

    /**
     * What a write changes beside the log.
     *
     * @param fields of the room hash, except those that the journal itself writes: {@code OWN_FIELDS}
     * @param snapshot to replace the stored one with
     * @param seats to write, or to clear where the value is empty
     */
    record RoomWrite(Map<String, String> fields, Optional<Snapshot> snapshot, Map<Seat, Optional<SeatRow>> seats) {
        /** Fields that follow from the other arguments. */
        public static final Set<String> OWN_FIELDS =
                Set.of(RoomFields.OWNER, RoomFields.EPOCH, RoomFields.VERSION, RoomFields.MOVES, RoomFields.CREATE_ID);

        public RoomWrite {
            fields = Map.copyOf(fields);
            seats = Map.copyOf(seats);
            for (String own : OWN_FIELDS) {
                if (fields.containsKey(own)) {
                    throw new IllegalArgumentException("only the journal writes the field " + own);
                }
            }
        }

        /** Fields alone. */
        public static RoomWrite of(Map<String, String> fields) {
            return new RoomWrite(fields, Optional.empty(), Map.of());
        }
    }

    /**
     * A room as its owner remembers it.
     *
     * @param snapshot of the newest version
     * @param ring the newest entries, without holes, the last of them of the snapshot's version; what was before them and
     *     is lost becomes a hole
     * @param fields of the room hash, all that the owner knows, {@code createId} and {@code moves} too; what follows from
     *     the other arguments is left aside
     * @param seats the hash of seats as stored: {@code p: t: g:}
     */
    record Remembered(Snapshot snapshot, List<Entry> ring, Map<String, String> fields, Map<String, String> seats) {
        public Remembered {
            ring = List.copyOf(ring);
            fields = Map.copyOf(fields);
            seats = Map.copyOf(seats);
        }
    }

    /** Who may bind a seat. */
    record SeatRow(String player, String tokenHash) {}

    /**
     * A state to start from instead of the whole log. Stored as {@code "<schema> <version> <epoch>\n<body>"}.
     *
     * @param schema that it was stored in; set by the journal
     * @param version of the last entry it contains
     */
    record Snapshot(int schema, long version, long epoch, String body) {
        /** Without the state, which holds every hand: records end up in logs. */
        @Override
        public String toString() {
            return "Snapshot[version=" + version + ", epoch=" + epoch + ']';
        }

        /** The same in another schema. */
        Snapshot in(int other) {
            return new Snapshot(other, version, epoch, body);
        }

        /** As stored. */
        public String text() {
            return schema + " " + version + " " + epoch + "\n" + body;
        }

        /**
         * Reads what {@link #text} wrote.
         *
         * @throws IllegalArgumentException if the header is not that
         */
        public static Snapshot read(String text) {
            int end = text.indexOf('\n');
            String[] header = text.substring(0, Math.max(end, 0)).split(" ", -1);
            if (header.length != 3) {
                throw new IllegalArgumentException("not a snapshot: no header of schema, version and epoch");
            }
            return new Snapshot(
                    Integer.parseInt(header[0]),
                    Long.parseLong(header[1]),
                    Long.parseLong(header[2]),
                    text.substring(end + 1));
        }
    }

    sealed interface Created {
        record Fresh(long epoch) implements Created {}

        /** This very create was carried out before. */
        record Already(long epoch) implements Created {}

        /** Another room has the id, or had it a short while ago. */
        record Taken() implements Created {}
    }

    sealed interface Claim {
        /** {@code entries} are those after the snapshot. */
        record Claimed(
                long epoch,
                Map<String, String> hash,
                Optional<Snapshot> snapshot,
                List<Entry> entries,
                Map<String, String> seats)
                implements Claim {}

        /** Not as seen: somebody else was faster, or this claim itself was carried out before. */
        record Lost(NodeId owner, long epoch) implements Claim {}

        /** Written by a newer schema than this node reads. */
        record TooNew(int schema) implements Claim {}

        record Missing() implements Claim {}

        /** Closed, archived or broken: nobody runs it any more. */
        record Over(String status) implements Claim {}
    }

    sealed interface Bind {
        record Bound(Seat seat, String player, long generation, NodeId owner, long epoch) implements Bind {}

        /** No seat has this token. */
        record Refused() implements Bind {}

        record Missing() implements Bind {}
    }
}
