package io.liaptui.box.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liaptui.box.chaos.drills.Drill;
import io.liaptui.box.chaos.drills.Drills;
import io.liaptui.box.run.BoxFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChaosOptionsTest {
    @Test
    void withoutAWordEveryDrillRunsWithItsOwnNumberOfRounds() {
        ChaosOptions options = ChaosOptions.parse(List.of());
        assertThat(options.drills())
                .extracting(Drill::name)
                .containsExactlyElementsOf(
                        Drills.all().stream().map(Drill::name).toList())
                .doesNotHaveDuplicates();
        assertThat(options.rounds()).isEmpty();
        assertThat(options.handover()).isTrue();
    }

    @Test
    void drillsRunInTheOrderOfTheWords() {
        ChaosOptions options = ChaosOptions.parse(List.of(
                "freeze", "--games", "7", "kill", "--rounds", "2", "--handover", "off", "--durability", "replica"));
        assertThat(options.drills()).extracting(Drill::name).containsExactly("freeze", "kill");
        assertThat(options.games()).isEqualTo(7);
        assertThat(options.rounds()).hasValue(2);
        assertThat(options.handover()).isFalse();
        assertThat(options.durability()).isEqualTo("replica");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fire             | There is no drill "fire". There are: kill
            --speed 3        | liap chaos has no option --speed. It takes --games
            --games          | --games needs a value
            --games many     | --games takes a whole number from 1 to 5000, not "many"
            --rounds 0       | --rounds takes a whole number from 1
            --nodes 1        | --nodes takes a whole number from 2
            --pace 0         | --pace takes a number above 0
            --handover maybe | --handover takes on or off, not "maybe"
            --durability all | --durability takes primary or replica
            """)
    void whatMakesNoSenseIsSaidClearly(String words, String message) {
        assertThatThrownBy(() -> ChaosOptions.parse(List.of(words.split(" "))))
                .isInstanceOf(BoxFailure.class)
                .hasMessageContaining(message);
    }

    @Test
    void helpNamesEveryDrill() throws IOException {
        Path help = Path.of(System.getProperty("liap.home", ".."), "serverless-tests/scripts/help.txt");
        assertThat(Files.readString(help).split("[\\s,]+"))
                .contains(Drills.all().stream().map(Drill::name).toArray(String[]::new));
    }
}
