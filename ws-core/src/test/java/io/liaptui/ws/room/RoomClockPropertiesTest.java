package io.liaptui.ws.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.ws.testkit.PausableTimers;
import io.liaptui.ws.testkit.VirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * Nobody gets less room time than the rules say, whatever pauses there are: a timer rings when its room has had the time,
 * counting neither what the room waited nor more than 200 ms of any standstill of the process.
 */
class RoomClockPropertiesTest {
    /** The node's clock turns every 100 ms, so a standstill is at most that much longer than it looks. */
    private static final long SLACK = 100;

    /** Something that happens to a room, for so many milliseconds. */
    sealed interface Stretch {
        int millis();

        /** The room runs. */
        record Running(int millis) implements Stretch {}

        /** The journal is asked. */
        record Waiting(int millis) implements Stretch {}

        /** The process stands still. */
        record Frozen(int millis) implements Stretch {}

        /** The process stands still while the journal is asked. */
        record Both(int millis) implements Stretch {}
    }

    @Property
    void aTimerRingsNeitherEarlyNorNever(
            @ForAll @IntRange(max = 5_000) int limit, @ForAll("stretches") List<Stretch> stretches) {
        World world = new World();
        AtomicBoolean rang = new AtomicBoolean();
        world.clock.after(Duration.ofMillis(limit), () -> rang.set(true));
        for (Stretch stretch : stretches) {
            world.live(stretch);
            assertThat(rang.get() && world.fair < limit)
                    .as("rang after %d ms of room time at most, %d were due", world.fair, limit)
                    .isFalse();
        }
        world.time.pass(Duration.ofMillis(Math.max(0, limit - world.owed) + 1));
        assertThat(rang).as("rang in the end").isTrue();
    }

    @Property
    void whatIsLeftSurvivesTheOwner(
            @ForAll @IntRange(min = 1, max = 5_000) int limit, @ForAll("stretches") List<Stretch> stretches) {
        World world = new World();
        stretches.forEach(world::live);
        world.clock.stand(true);
        long left = limit - world.clock.now();
        world.time.pass(Duration.ofSeconds(3));
        assertThat(limit - world.clock.now())
                .as("nothing passes while it moves")
                .isEqualTo(left);
        assertThat(limit - left).isBetween(world.owed, world.fair);
    }

    @Provide
    Arbitrary<List<Stretch>> stretches() {
        Arbitrary<Integer> millis = Arbitraries.integers().between(0, 3_000);
        return Arbitraries.oneOf(
                        millis.map(Stretch.Running::new),
                        millis.map(Stretch.Waiting::new),
                        millis.map(Stretch.Frozen::new),
                        millis.map(Stretch.Both::new))
                .map(Stretch.class::cast)
                .list()
                .ofMaxSize(12);
    }

    /** A room's clock in a process that a test can freeze. One for each try. */
    private static final class World {
        /** The node's clock turns every 100 ms, so that much of a standstill may have been counted before. */
        private static final long SLACK = 100;

        final VirtualTime time = new VirtualTime();
        final PausableTimers process = new PausableTimers(time);
        final RoomClock clock = new RoomClock(new NodeClock(process), process, bell -> time.execute(bell::ring));
        long fair;
        long owed;

        /** Lets it happen, and counts how much room time it is at most ({@code fair}) and at least ({@code owed}). */
        private void live(Stretch stretch) {
            Duration duration = Duration.ofMillis(stretch.millis());
            switch (stretch) {
                case Stretch.Running(var millis) -> {
                    time.pass(duration);
                    fair += millis;
                    owed += millis;
                }
                case Stretch.Waiting(var millis) -> {
                    clock.stand(true);
                    time.pass(duration);
                    clock.stand(false);
                    time.settle();
                }
                case Stretch.Frozen(var millis) -> {
                    freeze(duration);
                    fair += Math.min(millis, 200);
                    owed += Math.min(millis, 200 - SLACK);
                }
                case Stretch.Both(var millis) -> {
                    clock.stand(true);
                    freeze(duration);
                    clock.stand(false);
                    time.settle();
                }
            }
        }

        private void freeze(Duration duration) {
            process.pause();
            time.pass(duration);
            process.wake();
            time.settle();
        }
    }
}
