package io.liaptui.common.games.liaptui.wire;

import io.liaptui.common.games.GameTimer;
import io.liaptui.common.games.liaptui.module.LiapTuiModule;
import io.liaptui.common.wire.Cast;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Two people and two bots. */
final class Casts {
    static final Cast USUAL = cast();

    private Casts() {}

    private static Cast cast() {
        Instant start = Instant.ofEpochMilli(1_754_000_000_500L);
        Map<String, Duration> timers =
                new LiapTuiModule().timers().stream().collect(Collectors.toMap(GameTimer::name, GameTimer::normal));
        return new Cast(
                List.of(
                        new Cast.Player("Mina", false, true, "teal"),
                        new Cast.Player("Bot 2", true, false, null),
                        new Cast.Player("Omar", false, false, "red"),
                        new Cast.Player("Bot 4", true, false, null)),
                start,
                start.plusSeconds(1265),
                timers);
    }
}
