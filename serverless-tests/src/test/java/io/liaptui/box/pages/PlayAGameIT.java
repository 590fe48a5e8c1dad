package io.liaptui.box.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.box.journeys.SharedBox;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A whole game by mouse in a real browser, against three bots, at pace 0; pictures of every page are left in {@code
 * target/screenshots}.
 */
@ExtendWith(SharedBox.Extension.class)
class PlayAGameIT {
    private static final Duration GAME_LIMIT = Duration.ofMinutes(4);

    @Test
    void aPersonPlaysAWholeGameInABrowser(SharedBox shared) {
        try (Chromium chromium = Chromium.start()) {
            Visitor mina = chromium.visitor(1440, 900);
            DoorPages doors = new DoorPages(mina);
            doors.enterAs("Mina", shared.url());
            doors.createRoomWithThreeBots();
            doors.start();
            mina.picture("04-table");

            assertThat(new GamePage(mina).playOn(GAME_LIMIT))
                    .hasSize(4)
                    .contains("Mina")
                    .doesNotHaveDuplicates();

            assertThat(mina.part("rank").evaluateAll("rows => rows.map(row => row.dataset.rank).join()"))
                    .isEqualTo("1,2,3,4");
            assertThat(mina.pictures())
                    .contains("01-name", "02-lobby", "03-room", "06-declare", "07-play", "09-game-over");
            mina.part("back-to-lobby").click();
            mina.part("create-room").waitFor();
            assertThat(mina.complaints())
                    .as("what the browser complained about")
                    .isEmpty();
        }
    }
}
