package io.liaptui.ws.journal;

import io.liaptui.common.ids.NodeId;

/** What came of {@link RoomJournal#close}. */
public sealed interface Closed {
    record Done() implements Closed {}

    record Already() implements Closed {}

    record Fenced(NodeId owner, long epoch) implements Closed {}

    /** The journal lost something: it is behind this owner. */
    record Behind(long epoch, long version) implements Closed {}

    record Missing() implements Closed {}

    /** Owner and epoch match, the version is past the given one: a defect. */
    record Corrupt(long version) implements Closed {}
}
