package io.liaptui.box.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UndoTest {
    private final List<String> said = new ArrayList<>();
    private final Undo undo = new Undo(said::add);

    @Test
    void theNewestGoesFirstAndAFailureStopsNothing() {
        undo.add(() -> said.add("first"));
        undo.add(() -> {
            throw new IOException("broken");
        });
        undo.add(() -> said.add("third"));
        undo.close();
        undo.close();
        assertThat(said).containsExactly("third", "While stopping: java.io.IOException: broken", "first");
    }

    @Test
    void whatComesAfterTheEndIsUndoneAtOnce() {
        undo.close();
        undo.add(() -> said.add("late"));
        assertThat(said).containsExactly("late");
    }
}
