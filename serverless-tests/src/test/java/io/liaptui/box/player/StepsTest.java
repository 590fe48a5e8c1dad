package io.liaptui.box.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a player of {@code liap.v2} may be shown after what it has seen, and what it must notice. */
class StepsTest {
    private static final Seq VIEW = new Seq(7, 3, 20, true, false, false);
    private final Steps steps = new Steps();

    @Test
    void stepsFollowOneAnother() {
        assertThat(took(VIEW)).isEmpty();
        assertThat(took(step(7, 4, 21))).isEmpty();
        assertThat(took(step(7, 5, 22))).isEmpty();
        assertThat(steps.seen()).contains(step(7, 5, 22));
    }

    @Test
    void whoHasSeenNothingNeedsAView() {
        assertThat(took(step(7, 4, 21)))
                .hasValueSatisfying(wrong -> assertThat(wrong).contains("had seen nothing"));
    }

    @Test
    void aHoleAStepTwiceAndAStepOfAnotherOwnerAreNoticed() {
        took(VIEW);
        assertThat(took(step(7, 5, 22))).hasValueSatisfying(wrong -> assertThat(wrong)
                .isEqualTo("after 7/3 (version 20, full) came 7/5 (version 22)"));
        assertThat(took(step(7, 5, 22))).isPresent();
        assertThat(took(step(8, 1, 23))).isPresent();
    }

    @Test
    void aViewMayComeAgainButNoneFromBefore() {
        took(VIEW);
        took(step(7, 4, 21));
        assertThat(took(new Seq(7, 4, 21, true, false, false))).isEmpty();
        assertThat(took(new Seq(9, 1, 21, true, false, false))).isEmpty();
        assertThat(took(new Seq(7, 5, 22, true, false, false))).isPresent();
    }

    @Test
    void aVersionFallsOnlyIfThatIsSaid() {
        took(VIEW);
        assertThat(took(new Seq(8, 1, 19, true, false, false))).isPresent();
        took(new Seq(9, 1, 30, true, false, false));
        assertThat(took(new Seq(10, 1, 29, true, true, false))).isEmpty();
        assertThat(took(new Seq(10, 2, 30, false, true, false))).isPresent();
    }

    @Test
    void theMessagesOfAStepFollowOneAnother() {
        took(VIEW);
        assertThat(took(new Seq(7, 4, 21, false, false, true))).isEmpty();
        assertThat(steps.seen()).contains(VIEW);
        assertThat(took(step(7, 4, 21))).isEmpty();
        took(new Seq(7, 5, 22, false, false, true));
        assertThat(took(step(7, 6, 23)))
                .hasValueSatisfying(wrong -> assertThat(wrong).contains("in the middle of"));
    }

    @Test
    void aStepThatBrokeOffIsToldAgainOnTheNextSocket() {
        took(VIEW);
        took(new Seq(7, 4, 21, false, false, true));
        steps.reopened();
        assertThat(took(new Seq(7, 4, 21, false, false, true))).isEmpty();
        assertThat(took(step(7, 4, 21))).isEmpty();
    }

    @Test
    void thatNothingWasMissedIsSaidWithAPosition() {
        took(VIEW);
        steps.reopened();
        assertThat(took(step(7, 3, 20))).isPresent();
        assertThat(steps.take("position", step(7, 3, 20))).isEmpty();
    }

    private Optional<String> took(Seq seq) {
        return steps.take("phase_change", seq);
    }

    private static Seq step(long epoch, long frame, long version) {
        return new Seq(epoch, frame, version, false, false, false);
    }
}
