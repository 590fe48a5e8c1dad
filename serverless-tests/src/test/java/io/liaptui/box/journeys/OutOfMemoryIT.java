package io.liaptui.box.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liaptui.box.run.Box;
import io.liaptui.box.run.BoxFailure;
import io.liaptui.box.run.Layout;
import io.liaptui.box.run.Undo;
import io.liaptui.box.run.UpOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A node with too little memory: it must end, for one that lives on without its threads neither works nor is replaced. */
@Timeout(120)
class OutOfMemoryIT {
    @TempDir
    Path state;

    @Test
    void theProcessEndsAndTheBoxSaysWhy() {
        UpOptions options = new UpOptions(1, 0, Optional.empty(), 0, OptionalLong.empty(), false, true);
        Layout layout = Layout.in(Path.of(System.getProperty("liap.home", "..")), state);
        List<String> said = new ArrayList<>();
        // The one variable that overrules the command line
        Map<String, String> tooLittle = Map.of("_JAVA_OPTIONS", "-Xmx14m");
        assertThatThrownBy(() -> Box.start(layout, options, said::add, new Undo(said::add), number -> tooLittle)
                        .close())
                .isInstanceOf(BoxFailure.class)
                .hasMessageContaining("n1 ended while starting (exit code 3, out of memory)")
                .hasMessageContaining("OutOfMemoryError");
        assertThat(said)
                .as("a node that never served is not started again")
                .noneMatch(line -> line.contains("again in"));
    }
}
