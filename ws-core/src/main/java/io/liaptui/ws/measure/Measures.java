package io.liaptui.ws.measure;

import io.liaptui.ws.limits.LimitKind;
import io.liaptui.ws.limits.LimitScope;
import java.time.Duration;

/**
 * What a node counts and times of its own doing, for operators. Threading: any thread; nothing blocks. Names of the
 * metrics follow from the methods: {@code liap_append_seconds} and so on.
 */
public interface Measures {
    /** Counts nothing. */
    Measures NONE = new Measures() {};

    /** An append was answered; from the first try to the answer. */
    default void appended(Duration took) {}

    /** A room whose owner died runs here: from the claim's sending to the begin. */
    default void taken(Duration hydrate) {}

    /** After a take-over, the first frame left for a socket: from the moment when the owner was judged dead. */
    default void firstFrame(Duration sinceJudged) {}

    /** A room was given to another node: from its last decision here to the successor's word that it runs. */
    default void handedOver(Duration pause) {}

    /** This node found itself deaf, and was allowed to leave or had to stay. */
    default void foundDeaf(boolean leaves) {}

    /** This node's write was fenced: it lost a room without knowing. */
    default void fenced() {}

    /** A room that Redis lost was put back. */
    default void restored() {}

    /** A room could not be loaded; {@code broken} if it was given up. */
    default void loadFailed(boolean broken) {}

    /** A write was acknowledged by fewer replicas than asked for, and sent anyway. */
    default void unreplicated() {}

    /** A step or beat was missing and the sockets of a room attached again. */
    default void gap() {}

    /** One audit of this node's share of the directory. */
    default void audited(int ghosts, int twins, int hidden) {}

    /** A finished room was written into the archive, or that failed and will be tried again. */
    default void archived(boolean kept) {}

    /** A client was above a limit: an upgrade or a message was refused. */
    default void refused(LimitKind kind, LimitScope by) {}

    /** Inputs that waited in a room's mailbox when it woke. */
    default void mailboxDepth(int depth) {}
}
