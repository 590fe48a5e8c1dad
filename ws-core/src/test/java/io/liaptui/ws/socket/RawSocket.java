package io.liaptui.ws.socket;

import io.liaptui.common.ids.RoomId;
import io.liaptui.ws.limits.ClientAddress;
import java.util.List;

/**
 * A real session without a network: texts go in and out as they are. Each browser has an address of its own. Called in the
 * process of the session.
 */
public final class RawSocket {
    private final Receiver receiver;
    private final Session session;
    private boolean over;

    /** The client's end. */
    public interface Receiver {
        void shown(String text);

        void closed(int code);
    }

    public RawSocket(SocketParts parts, String id, String channel, String sid, boolean modern, Receiver receiver) {
        this.receiver = receiver;
        Outbox out = new Outbox() {
            @Override
            public void send(String text) {
                if (!over) {
                    receiver.shown(text);
                }
            }

            @Override
            public void close(int code, String reason) {
                end(code);
            }
        };
        Client client = new Client(id, List.of(sid), new ClientAddress(sid), modern, out, parts);
        this.session = channel.equals("lobby")
                ? new LobbySession(client)
                : RoomId.parse(channel)
                        .<Session>map(room -> new RoomSession(client, room))
                        .orElseGet(() -> new NoRoomSession(client, channel));
    }

    public void say(String text) {
        if (!over) {
            session.text(text);
        }
    }

    /** As the framework does: once. */
    public void end(int code) {
        if (!over) {
            over = true;
            receiver.closed(code);
            session.closed();
        }
    }
}
