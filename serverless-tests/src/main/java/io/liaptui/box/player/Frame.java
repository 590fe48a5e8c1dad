package io.liaptui.box.player;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * One message from the server.
 *
 * @param number counts this player's frames, from 1
 * @param channel {@code lobby} or the room's id
 * @param event its name
 * @param data its content; do not change it
 * @param seq where it stands among what the room tells; null with the existing client, and for what is no part of that
 */
public record Frame(
        long number,
        String channel,
        String event,
        JsonObject data,
        @Nullable Seq seq) {
    /** Whether it shows this phase of a game. */
    public boolean shows(String phase) {
        return event.equals("phase_change") && phase.equals(data.getString("phase"));
    }

    /** Whether all is told of a step with this one. */
    public boolean endsStep() {
        return seq != null && !seq.more();
    }
}
