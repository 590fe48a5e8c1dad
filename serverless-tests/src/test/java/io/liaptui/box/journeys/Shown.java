package io.liaptui.box.journeys;

import io.liaptui.box.player.Frame;
import io.liaptui.box.player.ScriptedPlayer;
import java.util.List;

/** Parts of what a player was shown, small enough for a message. */
final class Shown {
    private Shown() {}

    /** The errors that a player was told, as {@code type: message}. */
    static List<String> errors(ScriptedPlayer player) {
        return player.frames().stream()
                .filter(frame -> frame.event().equals("error"))
                .map(Shown::text)
                .toList();
    }

    static String text(Frame error) {
        return error.data().getString("type") + ": " + error.data().getString("message");
    }
}
