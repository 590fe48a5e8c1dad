package io.liaptui.ws.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyedBucketsTest {
    private final KeyedBuckets<String> buckets = new KeyedBuckets<>(Rate.perMinute(2));

    @Test
    void eachKeyHasItsOwn() {
        assertThat(buckets.take("a", 0)).isTrue();
        assertThat(buckets.take("a", 0)).isTrue();
        assertThat(buckets.take("a", 0)).isFalse();
        assertThat(buckets.waitMillis("a", 0)).isEqualTo(30_000);
        assertThat(buckets.take("b", 0)).isTrue();
        assertThat(buckets.take("a", 30_000)).isTrue();
    }

    @Test
    void whatIsFullAgainIsForgotten() {
        for (int i = 0; i < 1_000; i++) {
            buckets.take("once " + i, 0);
        }
        for (int i = 0; i < 1_000; i++) {
            buckets.take("later " + i, 60_000);
        }
        assertThat(buckets.size()).isEqualTo(1_000);
    }

    @Test
    void whenFullTheOneUnusedForLongestBeginsAnew() {
        while (buckets.take("first", 0)) {}
        while (buckets.take("second", 0)) {}
        for (int i = 2; i < KeyedBuckets.MOST; i++) {
            buckets.take("k" + i, 0);
        }
        assertThat(buckets.take("first", 1)).as("still known").isFalse();
        for (int i = 0; i < 10; i++) {
            assertThat(buckets.take("new " + i, 2))
                    .as("nobody is refused for want of memory")
                    .isTrue();
        }
        assertThat(buckets.size()).isLessThanOrEqualTo(KeyedBuckets.MOST);
        assertThat(buckets.take("first", 3)).isFalse();
        assertThat(buckets.take("second", 3)).isTrue();
    }

    @Test
    void zeroIsNoLimitAndNoMemory() {
        KeyedBuckets<String> none = new KeyedBuckets<>(Rate.perMinute(0));
        for (int i = 0; i < 100; i++) {
            assertThat(none.take("a", 0)).isTrue();
        }
        assertThat(none.size()).isZero();
        assertThat(none.waitMillis("a", 0)).isZero();
    }

    @Test
    void countsKnowHowManyThereAre() {
        KeyedCounts<String> counts = new KeyedCounts<>();
        counts.add("a");
        counts.add("a");
        assertThat(counts.of("a")).isEqualTo(2);
        assertThat(counts.of("b")).isZero();
        counts.remove("a");
        counts.remove("a");
        counts.remove("a");
        assertThat(counts.of("a")).isZero();
    }
}
