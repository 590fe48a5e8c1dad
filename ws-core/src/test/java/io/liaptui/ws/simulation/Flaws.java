package io.liaptui.ws.simulation;

import io.liaptui.ws.journal.RoomIndex;
import io.liaptui.ws.journal.RoomJournal;
import io.liaptui.ws.relay.Relay;
import java.util.function.UnaryOperator;

/**
 * What is built wrong on purpose, to see whether it is noticed.
 *
 * @param server the journal itself
 * @param client the journal as a node sees it
 * @param index the lists of rooms as a node sees them
 * @param relay of each node
 */
record Flaws(
        UnaryOperator<RoomJournal> server,
        UnaryOperator<RoomJournal> client,
        UnaryOperator<RoomIndex> index,
        UnaryOperator<Relay> relay) {
    static final Flaws NONE = new Flaws(
            UnaryOperator.identity(), UnaryOperator.identity(), UnaryOperator.identity(), UnaryOperator.identity());

    static Flaws ofServer(UnaryOperator<RoomJournal> flaw) {
        return new Flaws(flaw, NONE.client(), NONE.index(), NONE.relay());
    }

    static Flaws ofClient(UnaryOperator<RoomJournal> flaw) {
        return new Flaws(NONE.server(), flaw, NONE.index(), NONE.relay());
    }

    static Flaws ofRelay(UnaryOperator<Relay> flaw) {
        return new Flaws(NONE.server(), NONE.client(), NONE.index(), flaw);
    }

    static Flaws ofIndex(UnaryOperator<RoomIndex> flaw) {
        return new Flaws(NONE.server(), NONE.client(), flaw, NONE.relay());
    }
}
