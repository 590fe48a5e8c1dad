package io.liaptui.ws.socket;

import io.liaptui.common.ids.RoomId;
import io.liaptui.common.ids.Token;
import io.liaptui.common.protocol.ServerCodec;
import io.liaptui.common.protocol.ServerMessage;
import io.liaptui.ws.limits.ClientAddress;
import java.util.List;
import java.util.Optional;

/**
 * Who is at the other end of a socket.
 *
 * @param id of the socket, unique among all nodes
 * @param sids the browser's secrets, from the cookies of the upgrade; new seats get the first
 * @param address whom limits count it to
 * @param modern speaks our subprotocol; the existing client does not
 */
record Client(String id, List<String> sids, ClientAddress address, boolean modern, Outbox outbox, SocketParts parts) {
    /** Hides the browser's secrets: records end up in logs. */
    @Override
    public String toString() {
        return "Client[" + id + ']';
    }

    /** Says who answers, before anything else. */
    void greet() {
        if (modern) {
            outbox.send(ServerCodec.encode(
                    new ServerMessage.Hello(parts.nodes().me().value(), parts.build(), parts.turnLimit())));
        }
    }

    /** Which browser limits count it to. */
    String browser() {
        return sids.getFirst();
    }

    /** The secrets of a seat that this browser may have under this name, the one of a new seat first. */
    List<Token> tokens(RoomId room, String name) {
        return sids.stream().map(sid -> Token.of(sid, room, name)).toList();
    }

    /** A secret for who keeps no cookies; empty for the existing client, which would not know what to do with it. */
    Optional<String> resume(String token) {
        return modern ? Optional.of(token) : Optional.empty();
    }
}
