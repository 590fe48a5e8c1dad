package io.liaptui.ws.ops;

import io.liaptui.ws.room.RoomSettings;
import java.time.Duration;
import java.util.Optional;

/** Reads what rooms are run with, and refuses what makes no sense. */
final class RoomOptions {
    /** Nobody reads a table and decides within less. */
    private static final Duration SHORTEST_TURN = Duration.ofSeconds(2);

    private RoomOptions() {}

    /**
     * @throws IllegalArgumentException with what is wrong, for the operator
     */
    static RoomSettings read(Settings settings) {
        if (!(settings.pace() >= 0) || settings.pace() > 100) {
            throw new IllegalArgumentException("LIAP_PACE must be a number from 0 to 100, not " + settings.pace());
        }
        Settings.Think think = settings.think();
        if (think.to().compareTo(think.from()) < 0) {
            throw new IllegalArgumentException("liap.think.to must not be below liap.think.from");
        }
        Duration limit = settings.turnLimit();
        if (!limit.isZero() && limit.compareTo(SHORTEST_TURN) < 0) {
            throw new IllegalArgumentException("liap.turn-limit must be at least " + SHORTEST_TURN.toSeconds()
                    + "s, not " + limit.toMillis() + "ms; 0 is for no limit");
        }
        Settings.Grace grace = settings.grace();
        return new RoomSettings(
                settings.pace(),
                new RoomSettings.Range(think.from(), think.to()),
                settings.timers(),
                settings.games(),
                settings.seed(),
                new RoomSettings.Grace(
                        grace.waiting(),
                        grace.playing(),
                        grace.arriving(),
                        grace.moved(),
                        grace.deserted(),
                        grace.finished(),
                        grace.shown(),
                        grace.idleHost()),
                limit.isZero() ? Optional.empty() : Optional.of(limit),
                new RoomSettings.Limits(
                        settings.rooms().perAddress(), settings.rooms().fleet()));
    }
}
