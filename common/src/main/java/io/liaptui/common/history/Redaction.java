package io.liaptui.common.history;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.wire.Frame;

/**
 * The one place that decides what a viewer gets of an event, a state or a message; sockets, REST, logs and the archive
 * all come here.
 */
public final class Redaction {
    private Redaction() {}

    /**
     * The payload of an event for a viewer. While the game runs: what everybody may know, merged with the viewer's own
     * part. Afterwards: also {@code seats} with every seat's own part by label ({@code P1}), and {@code secret}.
     */
    public static ObjectNode payload(StoredEvent event, Viewer viewer) {
        Parts parts = event.parts();
        ObjectNode payload = parts.all().deepCopy();
        switch (viewer) {
            case Viewer.Spectator() -> {}
            case Viewer.SeatHolder(var seat) -> payload.setAll(own(parts, seat, viewer));
            case Viewer.Afterwards() -> {
                if (!parts.own().isEmpty()) {
                    ObjectNode seats = payload.putObject("seats");
                    parts.own().keySet().forEach(seat -> seats.set(seat.label(), own(parts, seat, viewer)));
                }
                ObjectNode secret = secret(parts, viewer);
                if (!secret.isEmpty()) {
                    payload.set("secret", secret);
                }
            }
        }
        return payload;
    }

    /** What a viewer may know of the part that is {@code seat}'s own; empty for most viewers while the game runs. */
    public static ObjectNode own(Parts parts, Seat seat, Viewer viewer) {
        boolean mayKnow =
                switch (viewer) {
                    case Viewer.Spectator() -> false;
                    case Viewer.SeatHolder(var mine) -> mine.equals(seat);
                    case Viewer.Afterwards() -> true;
                };
        ObjectNode own = parts.own().get(seat);
        return mayKnow && own != null ? own.deepCopy() : JsonNodeFactory.instance.objectNode();
    }

    /** What a viewer may know of the secret part: nothing before the game is over. */
    public static ObjectNode secret(Parts parts, Viewer viewer) {
        return viewer instanceof Viewer.Afterwards()
                ? parts.secret().deepCopy()
                : JsonNodeFactory.instance.objectNode();
    }

    /** A message as a viewer gets it. */
    public static String text(Frame frame, Viewer viewer) {
        return switch (viewer) {
            case Viewer.Spectator() -> frame.forSpectator();
            case Viewer.SeatHolder(var seat) -> frame.forSeat(seat);
            case Viewer.Afterwards() -> frame.forEverybody();
        };
    }
}
