package io.liaptui.box.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpOptionsTest {
    @Test
    void withoutOptionsTheDefaultsHold() {
        assertThat(UpOptions.parse(List.of(), Map.of()))
                .isEqualTo(new UpOptions(2, 8080, Optional.empty(), 1, OptionalLong.empty(), false, true));
    }

    @Test
    void everyOptionIsRead() {
        List<String> words = List.of(
                "--nodes 3 --port 9000 --redis redis://h:1 --pace 0.5 --seed -7 --detach --no-restart".split(" "));
        assertThat(UpOptions.parse(words, Map.of("LIAP_PACE", "0")))
                .isEqualTo(new UpOptions(3, 9000, Optional.of("redis://h:1"), 0.5, OptionalLong.of(-7), true, false));
    }

    @Test
    void thePaceMayComeFromTheEnvironment() {
        assertThat(UpOptions.parse(List.of(), Map.of("LIAP_PACE", "0")).pace()).isZero();
        assertThatThrownBy(() -> UpOptions.parse(List.of(), Map.of("LIAP_PACE", "fast")))
                .isInstanceOf(BoxFailure.class)
                .hasMessageContaining("LIAP_PACE")
                .hasMessageContaining("fast");
    }

    @Test
    void withoutRedisThereIsOneNode() {
        assertThat(UpOptions.parse(List.of("--redis", "none"), Map.of()).nodes())
                .isEqualTo(1);
        assertThat(UpOptions.parse(List.of("--nodes", "1", "--redis", "none"), Map.of())
                        .withoutRedis())
                .isTrue();
        assertThatThrownBy(() -> UpOptions.parse(List.of("--redis", "none", "--nodes", "2"), Map.of()))
                .isInstanceOf(BoxFailure.class)
                .hasMessageContaining("one node only");
    }

    @ParameterizedTest
    @CsvSource({
        "--nodes 0, from 1 to 16",
        "--nodes two, from 1 to 16",
        "--port 65536, from 1 to 65535",
        "--pace -1, from 0",
        "--pace NaN, from 0",
        "--seed x, whole number",
        "--redis localhost, redis://",
        "--redis, needs a value",
        "--node 2, no option --node",
    })
    void aBadValueIsNamedWithWhatWouldBeRight(String words, String hint) {
        assertThatThrownBy(() -> UpOptions.parse(List.of(words.split(" ")), Map.of()))
                .isInstanceOf(BoxFailure.class)
                .hasMessageContaining(hint);
    }
}
