package io.liaptui.ws.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.ids.Seat;
import io.liaptui.ws.testkit.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WaitsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Wait ABSENCE = Wait.absence(new Seat(1));

    private final VirtualTime time = new VirtualTime();
    private final List<RoomInput.WaitOver> rang = new ArrayList<>();
    private final Waits waits = new Waits(time, input -> rang.add((RoomInput.WaitOver) input));

    @Test
    void anAlarmThatRangForAnEarlierWaitIsToldFromTheOneThatRunsNow() {
        for (Wait wait : List.of(ABSENCE, Wait.bot(new Seat(0)), Wait.GAME, Wait.DESERTED, Wait.STAY)) {
            rang.clear();
            waits.begin(wait, SECOND);
            time.pass(SECOND);
            waits.begin(wait, SECOND);
            assertThat(isOver(rang.getFirst())).as("%s, the earlier", wait).isFalse();
            time.pass(SECOND);
            assertThat(isOver(rang.getLast())).as("%s, the newest", wait).isTrue();
        }
    }

    @Test
    void whatIsCancelledWhileItsAlarmLiesInTheMailboxIsNotOver() {
        waits.begin(ABSENCE, SECOND);
        time.pass(SECOND);
        waits.cancel(ABSENCE);
        assertThat(isOver(rang.getFirst())).isFalse();
    }

    @Test
    void aWaitGoesOnForTheSameReasonAndBeginsForAnother() {
        waits.keep(Wait.STAY, "open", () -> SECOND);
        time.pass(Duration.ofMillis(400));
        waits.keep(Wait.STAY, "open", () -> SECOND);
        assertThat(waits.left()).isEqualTo(Map.of(Wait.STAY, 600L));
        waits.keep(Wait.STAY, "finished", () -> SECOND);
        assertThat(waits.left()).isEqualTo(Map.of(Wait.STAY, 1_000L));
        time.pass(Duration.ofMillis(700));
        assertThat(rang).isEmpty();
    }

    /** What came of nothing runs again where that may help, and rests where only another reason may begin it. */
    @Test
    void anAlarmIsUsedUpOrRestsAtZero() {
        for (Wait.Kind kind : Wait.Kind.values()) {
            Wait wait = new Wait(kind, kind.isOfSeat() ? new Seat(2) : null);
            rang.clear();
            waits.keep(wait, "reason", () -> SECOND);
            time.pass(SECOND);
            assertThat(waits.left()).containsEntry(wait, 0L);
            assertThat(isOver(rang.getFirst())).isTrue();
            waits.keep(wait, "reason", () -> SECOND);
            assertThat(waits.left()).containsEntry(wait, kind.isUsedUp() ? 1_000L : 0L);
            waits.stop();
        }
    }

    @Test
    void onlySomeSeatsAreWaitedForAnyMore() {
        for (int seat = 0; seat < 3; seat++) {
            waits.begin(Wait.bot(new Seat(seat)), SECOND);
        }
        waits.begin(ABSENCE, SECOND);
        waits.keepOnly(Wait.Kind.BOT, Set.of(new Seat(2)));
        assertThat(waits.left().keySet()).containsExactly(Wait.bot(new Seat(2)), ABSENCE);
        waits.stop();
        time.pass(SECOND);
        assertThat(rang).isEmpty();
    }

    private boolean isOver(RoomInput.WaitOver over) {
        return waits.over(over.what(), over.number());
    }
}
