package io.liaptui.ws.room;

import io.liaptui.common.games.GameModule;
import io.liaptui.ws.actor.Timers;
import java.util.function.Consumer;

/**
 * All that a room waits for. One thread at a time.
 *
 * @param absence players without a socket
 * @param desertion a room without humans
 * @param overstay a room whose humans do nothing more
 * @param game the game's own deadlines, its bots, and people who do not decide
 */
record RoomTimers(SeatAlarms absence, Desertion desertion, Overstay overstay, GameAlarms game) {
    /**
     * @param clock stands while the room does
     * @param room takes what rings as an input
     */
    static RoomTimers on(Timers clock, RoomSettings settings, Presence presence, Consumer<RoomInput> room) {
        return new RoomTimers(
                new SeatAlarms(clock, room, RoomInput.GraceOver::new),
                new Desertion(clock, settings.grace(), presence, () -> room.accept(new RoomInput.Deserted())),
                new Overstay(clock, settings.grace(), () -> room.accept(new RoomInput.Overstayed())),
                new GameAlarms(clock, settings, room));
    }

    /** What all of them have left in this state. */
    TimeLeft left(GameModule<?, ?, ?> module, RoomMemory memory) {
        return game.left(module, memory.table()).with(absence.left(_ -> true), desertion.left(), overstay.left());
    }

    void stop() {
        absence.stop();
        desertion.stop();
        overstay.stop();
        game.stop();
    }
}
