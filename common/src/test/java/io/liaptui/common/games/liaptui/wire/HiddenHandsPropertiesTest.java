package io.liaptui.common.games.liaptui.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.games.liaptui.Hand;
import io.liaptui.common.games.liaptui.Piece;
import io.liaptui.common.games.liaptui.Seats;
import io.liaptui.common.games.liaptui.State;
import io.liaptui.common.games.liaptui.testkit.RandomPlayers;
import io.liaptui.common.games.liaptui.testkit.TestGame;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.rules.Chance;
import io.liaptui.common.wire.Frame;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;

/** Who may not know a hand gets nothing that depends on it. */
class HiddenHandsPropertiesTest {
    private final LiapTuiWire wire = new LiapTuiWire();

    /** States that differ only in what is hidden from a seat look the same to it, and so do steps between them. */
    @Property(tries = 15)
    void otherHandsAndTheGeneratorChangeNothingThatASeatSees(@ForAll @LongRange(max = 1L << 40) long seed) {
        Random random = new Random(seed);
        TestGame game = TestGame.begin(seed, Map.of("max-rounds", "2"), new RandomPlayers(seed))
                .finish();
        for (TestGame.Step step : game.steps()) {
            Seat seat = new Seat(random.nextInt(4));
            State.Begun state = (State.Begun) step.after();
            State.Begun other = withOtherSecrets(state, seat, random);

            assertThat(other.shared()).isEqualTo(state.shared());
            assertThat(other.own(seat)).isEqualTo(state.own(seat));
            assertThat(texts(wire.restore(Casts.USUAL, other), seat))
                    .isEqualTo(texts(wire.restore(Casts.USUAL, state), seat));
            if (step.before() instanceof State.Begun before) {
                State.Begun otherBefore = withOtherSecrets(before, seat, random);
                assertThat(texts(wire.step(Casts.USUAL, otherBefore, other, step.events()), seat))
                        .isEqualTo(texts(wire.step(Casts.USUAL, before, state, step.events()), seat));
            }
            assertThat(spectator(wire.restore(Casts.USUAL, withOtherSecrets(state, null, random))))
                    .isEqualTo(spectator(wire.restore(Casts.USUAL, state)));
        }
    }

    /** A hand is shown to its seat alone, and a frame cut down to one seat holds no other hand. */
    @Property(tries = 10)
    void framesOfAGameShowEachHandToItsSeatAlone(@ForAll @LongRange(max = 1L << 40) long seed) {
        TestGame game = TestGame.begin(seed, Map.of("max-rounds", "1"), new RandomPlayers(seed))
                .finish();
        for (TestGame.Step step : game.steps()) {
            State.Begun after = (State.Begun) step.after();
            for (Frame frame : wire.step(Casts.USUAL, step.before(), step.after(), step.events())) {
                if (frame.holes().isEmpty()) {
                    continue;
                }
                assertThat(frame.forSpectator()).contains("\"hand\":[]").doesNotContain("\"hand\":[\"");
                for (Seat seat : Seats.all()) {
                    String mine = Scene.pieces(after.hand(seat).pieces()).toString();
                    assertThat(frame.forSeat(seat)).contains("\"hand\":" + mine);
                    assertThat(frame.forSeat(seat).split("\"hand\":\\[\"", -1)).hasSizeLessThanOrEqualTo(2);
                    assertThat(frame.onlyFor(Set.of(seat)).own()).containsOnlyKeys(seat);
                }
            }
        }
    }

    private static List<String> texts(List<Frame> frames, Seat seat) {
        return frames.stream().map(frame -> frame.forSeat(seat)).toList();
    }

    private static List<String> spectator(List<Frame> frames) {
        return frames.stream().map(Frame::forSpectator).toList();
    }

    /** Shuffles the pieces of all hands but one among them and exchanges the generator. */
    private static State.Begun withOtherSecrets(State.Begun state, @Nullable Seat except, Random random) {
        List<Piece> pool = new ArrayList<>();
        Seats.all().stream()
                .filter(seat -> !seat.equals(except))
                .forEach(seat -> pool.addAll(state.hand(seat).pieces()));
        Collections.shuffle(pool, random);
        List<Hand> hands = new ArrayList<>();
        for (Seat seat : Seats.all()) {
            int size = state.hand(seat).size();
            hands.add(seat.equals(except) ? state.hand(seat) : new Hand(pool.subList(0, size)));
            if (!seat.equals(except)) {
                pool.subList(0, size).clear();
            }
        }
        return new State.Begun(Chance.of(TestGame.seed(random.nextLong(1L << 40))), hands, state.phase());
    }
}
