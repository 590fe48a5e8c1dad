package io.liaptui.box.player;

import io.vertx.core.json.JsonObject;

/**
 * One message from the server.
 *
 * @param number counts this player's frames, from 1
 * @param channel {@code lobby} or the room's id
 * @param event its name
 * @param data its content; do not change it
 */
public record Frame(long number, String channel, String event, JsonObject data) {
    /** Whether it shows this phase of a game. */
    public boolean shows(String phase) {
        return event.equals("phase_change") && phase.equals(data.getString("phase"));
    }
}
