package io.liaptui.box.chaos.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SpreadTest {
    private static final long MILLI = 1_000_000;

    @Test
    void eachNumberWasReallySeen() {
        List<Long> times =
                LongStream.rangeClosed(1, 200).map(i -> i * MILLI).boxed().toList();
        assertThat(Spread.of(times.reversed())).isEqualTo(new Spread(200, 100, 190, 198, 200));
        assertThat(Spread.of(List.of(7 * MILLI))).isEqualTo(new Spread(1, 7, 7, 7, 7));
        assertThat(Spread.of(List.of())).isEqualTo(new Spread(0, 0, 0, 0, 0));
    }

    @Test
    void aBudgetLooksAtItsOwnLevel() {
        Spread spread = new Spread(100, 10, 20, 400, 900);
        assertThat(Budget.p99(Metric.STALL, 500).kept(spread)).isTrue();
        assertThat(Budget.max(Metric.STALL, 500).kept(spread)).isFalse();
        assertThat(Budget.p50(Metric.STALL, 9).kept(spread)).isFalse();
    }
}
