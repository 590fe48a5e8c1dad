package io.liaptui.ws.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.ids.RoomId;
import org.junit.jupiter.api.Test;

/** A drain disturbs as few games at once as it can, and is in time all the same. */
class HandOverPaceTest {
    private static final RoomId ROOM = new RoomId("AB12CD");

    private final HandOverPace pace = new HandOverPace();

    @Test
    void theFirstRoomGoesAlone() {
        assertThat(pace.atOnce(2_000, 0, 0)).isEqualTo(1);
    }

    @Test
    void fewRoomsGoOneAfterTheOther() {
        took(30);
        assertThat(pace.atOnce(300, 0, 30)).isEqualTo(1);
    }

    @Test
    void asManyGoSideBySideAsBringAllOfThemAwayInTenSeconds() {
        took(20);
        // 40 s of hand-overs
        assertThat(pace.atOnce(2_000, 0, 0)).isEqualTo(4);
        // the same in the half of the time
        assertThat(pace.atOnce(2_000, 0, 5_000)).isEqualTo(8);
    }

    @Test
    void aDistantRedisMeansMoreAtOnce() {
        took(1_000);
        assertThat(pace.atOnce(2_000, 0, 0)).isEqualTo(200);
    }

    @Test
    void oneThatNeverComesDoesNotHoldUpTheOthers() {
        pace.began(ROOM, 0);
        assertThat(pace.atOnce(30, 0, 100)).isEqualTo(1);
        assertThat(pace.atOnce(30, 0, 1_000)).isEqualTo(4);
    }

    @Test
    void lateRoomsHurry() {
        took(100);
        assertThat(pace.atOnce(100, 0, 60_000)).isEqualTo(10);
    }

    @Test
    void oneSlowHandOverDoesNotCountForLong() {
        took(2_000);
        for (int i = 0; i < 20; i++) {
            took(10);
        }
        assertThat(pace.atOnce(100, 0, 0)).isEqualTo(1);
    }

    private void took(long millis) {
        pace.began(ROOM, 0);
        pace.ended(ROOM, millis);
    }
}
