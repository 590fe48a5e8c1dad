package io.liaptui.common.games.liaptui.module;

import io.liaptui.common.games.GameCodec;
import io.liaptui.common.games.GameModule;
import io.liaptui.common.games.GameTimer;
import io.liaptui.common.games.GameWire;
import io.liaptui.common.games.liaptui.Command;
import io.liaptui.common.games.liaptui.Event;
import io.liaptui.common.games.liaptui.LiapTui;
import io.liaptui.common.games.liaptui.Seats;
import io.liaptui.common.games.liaptui.State;
import io.liaptui.common.games.liaptui.Timers;
import io.liaptui.common.games.liaptui.bots.LiapTuiBots;
import io.liaptui.common.games.liaptui.codec.LiapTuiCodec;
import io.liaptui.common.games.liaptui.wire.LiapTuiWire;
import io.liaptui.common.rules.Bots;
import io.liaptui.common.rules.Game;
import java.time.Duration;
import java.util.List;

/** All parts of Liap Tui together; the services make it a bean. */
public final class LiapTuiModule implements GameModule<State, Command, Event> {
    private static final List<GameTimer> TIMERS = List.of(
            display(Timers.DEAL, 2),
            display(Timers.REDEALT, 6),
            // Players decide within warning and limit together: the floor for humans belongs to one of them
            display(Timers.REDEAL_WARNING, 20),
            new GameTimer(Timers.REDEAL_LIMIT, Duration.ofSeconds(10), true),
            display(Timers.ROUND_START, 5),
            display(Timers.REVEAL, 5),
            display(Timers.RESULT, 7),
            display(Timers.SCORING, 7));

    private final LiapTui rules = new LiapTui();
    private final LiapTuiBots bots = new LiapTuiBots();
    private final LiapTuiCodec codec = new LiapTuiCodec();
    private final LiapTuiWire wire = new LiapTuiWire();

    @Override
    public String name() {
        return "liaptui";
    }

    @Override
    public int seats() {
        return Seats.COUNT;
    }

    @Override
    public Game<State, Command, Event> rules() {
        return rules;
    }

    @Override
    public Bots<State, Command> bots() {
        return bots;
    }

    @Override
    public GameCodec<State, Command, Event> codec() {
        return codec;
    }

    @Override
    public GameWire<State, Command, Event> wire() {
        return wire;
    }

    @Override
    public List<GameTimer> timers() {
        return TIMERS;
    }

    private static GameTimer display(String name, int seconds) {
        return new GameTimer(name, Duration.ofSeconds(seconds), false);
    }
}
