package io.liaptui.box.front;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.box.front.TargetState.Health;
import io.liaptui.box.front.rules.HealthCheck;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two good checks bring a target back, three bad ones take it out; + is a good check, - a bad one. */
final class TargetTest {
    private static final HealthCheck RULES = new HealthCheck(
            "/live",
            OptionalInt.empty(),
            Duration.ofSeconds(5),
            Duration.ofSeconds(2),
            2,
            3,
            List.of(new HealthCheck.Codes(200, 299)));

    private final Target target = new Target(URI.create("http://127.0.0.1:1"), RULES);

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "'',        INITIAL",
        "+,         HEALTHY",
        "--,        INITIAL",
        "--+,       HEALTHY",
        "---,       UNHEALTHY",
        "---+,      UNHEALTHY",
        "---+-+,    UNHEALTHY",
        "---++,     HEALTHY",
        "+--,       HEALTHY",
        "+--+--,    HEALTHY",
        "+---,      UNHEALTHY",
        "+---++,    HEALTHY",
    })
    void checksInARowDecide(String checks, Health health) {
        target.register(1);

        checks.chars().forEach(check -> target.checked(target.registration(), check == '+', ""));

        assertThat(target.state().health()).isEqualTo(health);
    }

    @Test
    void checksOfAnEarlierRegistrationDoNotCount() {
        target.register(1);
        int earlier = target.registration();
        target.drain();
        target.register(1);

        target.checked(earlier, true, "");

        assertThat(target.state().health()).isEqualTo(Health.INITIAL);
    }

    @Test
    void checksOfADrainingTargetDoNotCount() {
        target.register(1);
        target.drain();

        target.checked(target.registration(), true, "");

        assertThat(target.state().health()).isEqualTo(Health.DRAINING);
    }
}
