package io.liaptui.ws.socket;

import io.liaptui.common.bans.Ban;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.ids.Seat;
import io.liaptui.ws.bans.Bans;
import io.quarkus.websockets.next.OpenConnections;
import io.quarkus.websockets.next.WebSocketConnection;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * Sends players away whom operators do not want: each leaves its seat as if by itself, so that a stand-in plays on, is told
 * why, and is closed with 1000, after which the existing client does not come back. Threading: any thread; nothing blocks.
 */
public final class Expulsion {
    private static final DateTimeFormatter UNTIL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final OpenConnections connections;
    private final Bans bans;

    public Expulsion(OpenConnections connections, Bans bans) {
        this.connections = connections;
        this.bans = bans;
    }

    /** Everybody who is banned now; how many those were. */
    public int banned() {
        int gone = 0;
        for (WebSocketConnection connection : connections.listAll()) {
            Session session = connection.userData().get(GameSocket.SESSION);
            if (session != null) {
                Optional<Ban> ban = session.ban(bans);
                ban.ifPresent(found -> session.expel(words(found)));
                gone += ban.isPresent() ? 1 : 0;
            }
        }
        return gone;
    }

    /** Whoever plays this seat from here; how many sockets those were. */
    public int seated(RoomId room, Seat seat, String reason) {
        int gone = 0;
        for (WebSocketConnection connection : connections.listAll()) {
            Session session = connection.userData().get(GameSocket.SESSION);
            if (session instanceof RoomSession here && here.plays(room, seat)) {
                here.expel("An operator of this server removed you from the room." + because(reason));
                gone++;
            }
        }
        return gone;
    }

    /** For the player. */
    static String words(Ban ban) {
        return "An operator of this server excluded you until " + UNTIL.format(Instant.ofEpochMilli(ban.until())) + "."
                + because(ban.reason());
    }

    private static String because(String reason) {
        return reason.isEmpty() ? "" : " Reason: " + reason;
    }
}
