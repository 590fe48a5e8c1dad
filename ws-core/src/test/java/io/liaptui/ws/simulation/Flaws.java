package io.liaptui.ws.simulation;

import io.liaptui.ws.journal.RoomJournal;
import io.liaptui.ws.relay.Relay;
import java.util.function.UnaryOperator;

/**
 * What is built wrong on purpose, to see whether it is noticed.
 *
 * @param server the journal itself
 * @param client the journal as a node sees it
 * @param relay of each node
 */
record Flaws(UnaryOperator<RoomJournal> server, UnaryOperator<RoomJournal> client, UnaryOperator<Relay> relay) {
    static final Flaws NONE = new Flaws(UnaryOperator.identity(), UnaryOperator.identity(), UnaryOperator.identity());

    static Flaws ofServer(UnaryOperator<RoomJournal> flaw) {
        return new Flaws(flaw, UnaryOperator.identity(), UnaryOperator.identity());
    }

    static Flaws ofClient(UnaryOperator<RoomJournal> flaw) {
        return new Flaws(UnaryOperator.identity(), flaw, UnaryOperator.identity());
    }

    static Flaws ofRelay(UnaryOperator<Relay> flaw) {
        return new Flaws(UnaryOperator.identity(), UnaryOperator.identity(), flaw);
    }
}
