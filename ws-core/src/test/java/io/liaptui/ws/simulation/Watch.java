package io.liaptui.ws.simulation;

import io.liaptui.common.history.Entry;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.ids.Seat;
import io.liaptui.ws.journal.Fence;
import io.liaptui.ws.journal.RoomJournal;
import io.liaptui.ws.relay.RelayMessage;
import java.util.List;

/** What can be seen of a simulation from outside the nodes. Called at the moment at which it happens. */
interface Watch {
    /** The journal made a room. */
    default void created(RoomId room, NodeId owner, long epoch, Entry first) {}

    /** The journal gave a room to a node. */
    default void claimed(RoomId room, NodeId owner, long epoch) {}

    /** The journal named the next owner. */
    default void handed(RoomId room, NodeId successor, long epoch) {}

    /** The journal took back from an owner what it had lost. */
    default void restored(Fence fence, RoomJournal.Remembered memory) {}

    /** Redis lost what it had stored since then, or everything. */
    default void lost(Loss loss) {}

    /** The journal answered that these entries are stored. */
    default void stored(Fence fence, List<Entry> entries) {}

    /** The journal answered that these entries were stored before. */
    default void storedBefore(Fence fence, List<Entry> entries) {}

    /** The journal ended a room. */
    default void ended(RoomId room) {}

    /** The journal proved a seat to a node. */
    default void bound(NodeId node, RoomId room, Seat seat, String player, long generation) {}

    /** A node begins to ask for a claim. */
    default void claiming(NodeId node, RoomId room, NodeId seenOwner) {}

    /** A node begins an append, and later has the answer. */
    default void appending(Fence fence, long expected) {}

    default void appendAnswered(Fence fence, long expected) {}

    default void sent(NodeId from, NodeId to, RelayMessage message) {}

    default void arrived(NodeId from, NodeId to, RelayMessage message) {}

    /** A socket is shown a text. */
    default void shown(Screen screen, String text) {}

    default void opened(Screen screen) {}

    default void closed(Screen screen, int code) {}
}
