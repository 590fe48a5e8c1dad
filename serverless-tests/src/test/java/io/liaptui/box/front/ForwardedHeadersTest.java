package io.liaptui.box.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ForwardedHeadersTest {
    private static final String OURS = "1-65a00000-000000000000000000000000";

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "-,                        Root=OURS",
                "'',                       Root=OURS",
                "Root=1-a-b,               Self=OURS;Root=1-a-b",
                "Self=1-c-d; Root=1-a-b,   Self=OURS;Root=1-a-b",
                "Root=1-a-b;CalledFrom=x,  Self=OURS;Root=1-a-b;CalledFrom=x",
                "CalledFrom=x,             Root=OURS;CalledFrom=x",
            })
    void theTraceIdStartsWithOurOwnField(@Nullable String sent, String passedOn) {
        RandomGenerator zeros = () -> 0;
        ForwardedHeaders headers = new ForwardedHeaders(() -> Instant.ofEpochSecond(0x65a00000L), zeros);

        assertThat(headers.traceId(sent)).isEqualTo(passedOn.replace("OURS", OURS));
    }
}
