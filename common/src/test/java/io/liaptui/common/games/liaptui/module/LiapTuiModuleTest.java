package io.liaptui.common.games.liaptui.module;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.games.GameTimer;
import io.liaptui.common.games.liaptui.testkit.RandomPlayers;
import io.liaptui.common.games.liaptui.testkit.TestGame;
import io.liaptui.common.rules.Pace;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LiapTuiModuleTest {
    private final LiapTuiModule module = new LiapTuiModule();

    @Test
    void everyTimerThatAGameNamesHasItsDurationAndTheOtherWayRound() {
        Set<String> seen = new TreeSet<>();
        for (long seed = 0; seed < 30; seed++) {
            TestGame.begin(seed, Map.of("max-rounds", "3"), new RandomPlayers(seed)).finish().steps().stream()
                    .map(step -> module.rules().pace(step.after()))
                    .filter(Pace.Deadline.class::isInstance)
                    .forEach(pace -> seen.add(((Pace.Deadline) pace).timer()));
        }
        // Players who answer never let this one begin; RedealTest does
        seen.add("redeal-limit");

        assertThat(module.timers().stream().map(GameTimer::name)).containsExactlyInAnyOrderElementsOf(seen);
    }

    @Test
    void durationsAreThoseOfTheOriginal() {
        Map<String, Long> seconds = new TreeMap<>();
        module.timers()
                .forEach(timer -> seconds.put(timer.name(), timer.normal().toSeconds()));
        assertThat(seconds)
                .isEqualTo(Map.of(
                        "deal", 2L,
                        "redealt", 6L,
                        "redeal-warning", 20L,
                        "redeal-limit", 10L,
                        "round-start", 5L,
                        "reveal", 5L,
                        "result", 7L,
                        "scoring", 7L));
    }

    @Test
    void playersHaveTwoSecondsForARedealAtTheHighestPace() {
        assertThat(module.timers().stream().filter(GameTimer::forHumans).map(GameTimer::name))
                .containsExactly("redeal-limit");
    }

    @Test
    void itNamesItselfAsEventsAndRoomsDo() {
        assertThat(module.name()).isEqualTo("liaptui");
        assertThat(module.seats()).isEqualTo(4);
        assertThat(module.codec()
                        .event(TestGame.begin(1).history().findFirst().orElseThrow())
                        .type())
                .startsWith(module.name() + ".");
    }
}
