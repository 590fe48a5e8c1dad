package io.liaptui.common.games;

import com.fasterxml.jackson.databind.JsonNode;
import io.liaptui.common.wire.Cast;
import io.liaptui.common.wire.Frame;
import java.util.List;
import java.util.Set;

/**
 * What a game says and hears over sockets. Built from views only: a private part goes into a {@link Frame#hole hole}
 * and nowhere else.
 */
public interface GameWire<S, C, E> {
    /** Names of the client events that are commands of this game. */
    Set<String> clientEvents();

    /** Reads a command; {@code event} is one of {@link #clientEvents}. */
    Heard<C> command(String event, JsonNode data);

    /** What everybody in the room is told about one step, in order. */
    List<Frame> step(Cast cast, S before, S after, List<E> events);

    /** What brings a socket that knows nothing up to date, in order. */
    List<Frame> restore(Cast cast, S state);

    /** What a client asked for. */
    sealed interface Heard<C> {
        /** A command that the rules shall judge. */
        record Command<C>(C command) implements Heard<C> {}

        /** Accepted without effect. */
        record Nothing<C>() implements Heard<C> {}

        /** Not well formed; the message is for the player. */
        record Malformed<C>(String message) implements Heard<C> {}
    }
}
