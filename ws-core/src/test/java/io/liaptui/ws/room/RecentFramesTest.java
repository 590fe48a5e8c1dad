package io.liaptui.ws.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.wire.Frame;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecentFramesTest {
    private final RecentFrames recent = new RecentFrames();

    @Test
    void whoHasAllMissesNothing() {
        assertThat(recent.after(0)).hasValue(List.of());
        add(1, 10);
        assertThat(recent.after(1)).hasValue(List.of());
    }

    @Test
    void whatIsMissingComesWholeAndInOrder() {
        for (int i = 1; i <= 5; i++) {
            add(i, 10);
        }
        assertThat(recent.after(2).orElseThrow())
                .extracting(RecentFrames.Recent::number)
                .containsExactly(3L, 4L, 5L);
    }

    @Test
    void onlySixtyFourAreKept() {
        for (int i = 1; i <= 70; i++) {
            add(i, 10);
        }
        assertThat(recent.after(6).orElseThrow()).hasSize(64);
        assertThat(recent.after(5)).isEmpty();
    }

    @Test
    void bigOnesPushOthersOut() {
        add(1, 10);
        add(2, 40_000);
        add(3, 40_000);
        assertThat(recent.after(1)).isEmpty();
        assertThat(recent.after(2).orElseThrow()).hasSize(1);
        add(4, 100_000);
        assertThat(recent.after(3)).isEmpty();
        assertThat(recent.after(4)).hasValue(List.of());
    }

    @Test
    void aNumberThatNeverWasIsNotKept() {
        add(1, 10);
        assertThat(recent.after(2)).isEmpty();
    }

    private void add(long number, int chars) {
        Frame frame = new Frame(List.of("x".repeat(chars)), List.of(), Map.of(), "");
        recent.add(new RecentFrames.Recent(number, number, List.of(frame)));
    }
}
