package io.liaptui.common.history;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The one place that decides what of an event a viewer gets; sockets, REST and logs all come here. */
public final class Redaction {
    private Redaction() {}

    /**
     * The payload of an event for a viewer. While the game runs: what everybody may know, merged with the viewer's own
     * part. Afterwards: also {@code seats} with every seat's own part by label ({@code P1}), and {@code secret}.
     */
    public static ObjectNode payload(StoredEvent event, Viewer viewer) {
        ObjectNode payload = event.all().deepCopy();
        switch (viewer) {
            case Viewer.Spectator() -> {}
            case Viewer.SeatHolder(var seat) -> {
                ObjectNode own = event.own().get(seat);
                if (own != null) {
                    payload.setAll(own.deepCopy());
                }
            }
            case Viewer.Afterwards() -> {
                if (!event.own().isEmpty()) {
                    ObjectNode seats = JsonNodeFactory.instance.objectNode();
                    event.own().forEach((seat, part) -> seats.set(seat.label(), part.deepCopy()));
                    payload.set("seats", seats);
                }
                if (!event.secret().isEmpty()) {
                    payload.set("secret", event.secret().deepCopy());
                }
            }
        }
        return payload;
    }
}
