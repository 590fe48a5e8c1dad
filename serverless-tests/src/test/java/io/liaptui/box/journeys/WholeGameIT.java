package io.liaptui.box.journeys;

import static io.liaptui.box.journeys.Waiting.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import io.liaptui.box.player.ScriptedPlayer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@Timeout(180)
@ExtendWith(SharedBox.Extension.class)
class WholeGameIT {
    @Test
    void onePersonPlaysBotsToTheEndAndTheGameIsReadOverRest(SharedBox shared) {
        try (ScriptedPlayer mina = shared.player("Mina")) {
            String room = await(mina.createRoom());
            assertThat(room).matches("[0-9A-F]{6}");
            await(mina.startGame());
            JsonObject end = await(mina.gameOver(), Duration.ofSeconds(90));

            assertThat(end.getJsonArray("final_rankings")).hasSize(4);
            int rounds = end.getJsonObject("game_stats").getInteger("total_rounds");
            assertThat(rounds).isBetween(1, 20);
            assertThat(Shown.errors(mina)).isEmpty();

            given().baseUri(shared.url().toString())
                    .get("/api/rooms/{room}/events", room)
                    .then()
                    .statusCode(200)
                    .body("success", equalTo(true))
                    .body("room_id", equalTo(room))
                    .body("event_count", greaterThan(10));
            StoredMoves stored = new StoredMoves(History.of(shared.url(), room));
            stored.areWhole();
            stored.hold(mina);
        }
    }

    @Test
    void aCookieIsSetAtTheFirstUpgrade(SharedBox shared) {
        try (ScriptedPlayer omar = shared.player("Omar")) {
            await(omar.createRoom());
            assertThat(omar.cookies().header())
                    .hasValueSatisfying(header -> assertThat(header).contains("liap_sid="));
        }
    }
}
