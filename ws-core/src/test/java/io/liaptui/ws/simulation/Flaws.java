package io.liaptui.ws.simulation;

import io.liaptui.ws.journal.RoomIndex;
import io.liaptui.ws.journal.RoomJournal;
import io.liaptui.ws.ownership.NodeBoard;
import io.liaptui.ws.relay.Relay;
import io.liaptui.ws.socket.RawSocket;
import java.util.function.UnaryOperator;

/**
 * What is built wrong on purpose, to see whether it is noticed.
 *
 * @param server the journal itself
 * @param client the journal as a node sees it
 * @param index the lists of rooms as a node sees them
 * @param relay of each node
 * @param socket what a socket of our own client is told
 * @param board on which nodes see one another, as a node sees it
 * @param hasty whether writes are answered before the replica has them, though they should not
 */
record Flaws(
        UnaryOperator<RoomJournal> server,
        UnaryOperator<RoomJournal> client,
        UnaryOperator<RoomIndex> index,
        UnaryOperator<Relay> relay,
        UnaryOperator<RawSocket.Receiver> socket,
        UnaryOperator<NodeBoard> board,
        boolean hasty) {
    static final Flaws NONE = new Flaws(
            UnaryOperator.identity(),
            UnaryOperator.identity(),
            UnaryOperator.identity(),
            UnaryOperator.identity(),
            UnaryOperator.identity(),
            UnaryOperator.identity(),
            false);

    static Flaws ofServer(UnaryOperator<RoomJournal> flaw) {
        return new Flaws(flaw, NONE.client(), NONE.index(), NONE.relay(), NONE.socket(), NONE.board(), false);
    }

    static Flaws ofClient(UnaryOperator<RoomJournal> flaw) {
        return new Flaws(NONE.server(), flaw, NONE.index(), NONE.relay(), NONE.socket(), NONE.board(), false);
    }

    static Flaws ofRelay(UnaryOperator<Relay> flaw) {
        return new Flaws(NONE.server(), NONE.client(), NONE.index(), flaw, NONE.socket(), NONE.board(), false);
    }

    static Flaws ofIndex(UnaryOperator<RoomIndex> flaw) {
        return new Flaws(NONE.server(), NONE.client(), flaw, NONE.relay(), NONE.socket(), NONE.board(), false);
    }

    static Flaws ofDurability() {
        return new Flaws(NONE.server(), NONE.client(), NONE.index(), NONE.relay(), NONE.socket(), NONE.board(), true);
    }

    static Flaws ofSocket(UnaryOperator<RawSocket.Receiver> flaw) {
        return new Flaws(NONE.server(), NONE.client(), NONE.index(), NONE.relay(), flaw, NONE.board(), false);
    }

    static Flaws ofBoard(UnaryOperator<NodeBoard> flaw) {
        return new Flaws(NONE.server(), NONE.client(), NONE.index(), NONE.relay(), NONE.socket(), flaw, false);
    }
}
