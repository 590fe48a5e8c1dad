package io.liaptui.ws.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class TokenBucketTest {
    /** Steps may be negative: a clock that goes back wins nothing. */
    @Property
    void neverMorePassThanTheBurstAndWhatCameBack(
            @ForAll @IntRange(min = 1, max = 5_000) int perMinute,
            @ForAll @IntRange(min = 1, max = 120) int burstSeconds,
            @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long start,
            @ForAll @Size(max = 400) List<@IntRange(min = -300, max = 3_000) Integer> steps) {
        Rate rate = Rate.of(perMinute, burstSeconds);
        TokenBucket bucket = new TokenBucket(rate, start);
        long now = start;
        long latest = start;
        int passed = 0;
        for (int step : steps) {
            now += step;
            latest = Math.max(latest, now);
            passed += bucket.take(now) ? 1 : 0;
            assertThat((double) passed).isLessThanOrEqualTo(rate.burst() + perMinute / 60_000.0 * (latest - start));
        }
    }

    @Property
    void whoKeepsTheRateIsNeverRefused(
            @ForAll @IntRange(min = 1, max = 5_000) int perMinute, @ForAll @IntRange(min = 1, max = 500) int times) {
        TokenBucket bucket = new TokenBucket(Rate.perMinute(perMinute), 0);
        long each = Math.ceilDiv(60_000, perMinute);
        for (int i = 0; i < times; i++) {
            assertThat(bucket.take(i * each)).isTrue();
        }
    }

    @Property
    void afterTheWaitThereIsOneAndNotBefore(@ForAll @IntRange(min = 1, max = 5_000) int perMinute) {
        TokenBucket bucket = new TokenBucket(Rate.perMinute(perMinute), 0);
        while (bucket.take(0)) {
            assertThat(bucket.waitMillis(0)).isNotNegative();
        }
        long wait = bucket.waitMillis(0);
        assertThat(bucket.take(wait - 1)).isFalse();
        assertThat(bucket.take(wait)).isTrue();
    }

    @Example
    void belowOneAMinuteStillTakesOne() {
        TokenBucket bucket = new TokenBucket(Rate.perMinute(0.5), 0);
        assertThat(bucket.take(0)).isTrue();
        assertThat(bucket.take(119_999)).isFalse();
        assertThat(bucket.take(120_000)).isTrue();
    }

    @Example
    void zeroIsNoLimit() {
        TokenBucket bucket = new TokenBucket(Rate.perMinute(0), 0);
        for (int i = 0; i < 10_000; i++) {
            assertThat(bucket.take(0)).isTrue();
        }
    }

    @Example
    void manyAtOnceAreTakenWholeOrNotAtAll() {
        TokenBucket bucket = new TokenBucket(Rate.perSecond(10), 0);
        assertThat(bucket.take(60, 0)).isFalse();
        assertThat(bucket.take(50, 0)).isTrue();
        assertThat(bucket.take(1, 0)).isFalse();
        assertThat(bucket.take(10, 1_000)).isTrue();
        assertThat(bucket.take(1, 1_000)).isFalse();
        assertThat(bucket.take(51, 100_000)).isFalse();
        assertThat(bucket.take(50, 100_000)).isTrue();
    }

    /** A byte each 15 microseconds: rounded to these, a twentieth would be lost. */
    @Example
    void aRateOfManyASecondIsKept() {
        TokenBucket bucket = new TokenBucket(Rate.perSecond(65_536), 0);
        assertThat(bucket.take(5 * 65_536, 0)).isTrue();
        assertThat(bucket.take(65_500, 1_000)).isTrue();
        assertThat(bucket.take(100, 1_000)).isFalse();
    }
}
