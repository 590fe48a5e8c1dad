package io.liaptui.box.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A whole game by mouse in a real browser, against three bots. Needs a box at pace 0, whose address is the system
 * property {@code liap.url}; pictures of every page are left in {@code target/screenshots}.
 */
class PlayAGameIT {
    private static final Duration GAME_LIMIT = Duration.ofMinutes(4);

    @Test
    void aPersonPlaysAWholeGameInABrowser() {
        try (Chromium chromium = Chromium.start()) {
            Visitor mina = chromium.visitor(1440, 900);
            DoorPages doors = new DoorPages(mina);
            doors.enterAs("Mina", box());
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

    private static URI box() {
        @Nullable String url = System.getProperty("liap.url");
        assertThat(url)
                .as("system property liap.url: start a box with --pace 0 and name its address")
                .isNotBlank();
        return URI.create(url);
    }
}
