package io.liaptui.box.journeys;

import static io.liaptui.box.journeys.Waiting.await;
import static io.liaptui.box.journeys.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.box.player.Frame;
import io.liaptui.box.player.ScriptedPlayer;
import io.liaptui.box.player.SimpleChooser;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A seat belongs to the browser that took it, by a cookie, through front door and nodes. */
@Timeout(120)
@ExtendWith(SharedBox.Extension.class)
class SeatSecretIT {
    @Test
    void whoKnowsNameAndRoomOnlyWatchesAndWhoHasTheCookieToo(SharedBox shared) {
        Brake brake = new Brake();
        try (ScriptedPlayer mina = shared.player("Mina", brake.atTheFirstPlay());
                ScriptedPlayer stranger = shared.player("Mina", new SimpleChooser());
                ScriptedPlayer window = mina.window(new SimpleChooser())) {
            String room = await(mina.createRoom());
            await(mina.startGame());
            await(brake.pulled());
            List<String> hand = mina.hand();
            assertThat(hand).hasSize(8);

            Frame view = await(stranger.openGame(room));
            assertThat(view.data().getJsonObject("players").fieldNames()).contains("Mina");
            assertThat(hands(view)).as("hands that the stranger sees").allMatch(JsonArray::isEmpty);
            for (JsonObject play : List.of(play(), play().put("player_name", "Mina"))) {
                CompletableFuture<Frame> refused =
                        stranger.next(frame -> frame.event().equals("error"));
                stranger.send("play", play);
                assertThat(Shown.text(await(refused))).startsWith("permission_denied: ");
            }
            CompletableFuture<Frame> gone = stranger.next(frame -> frame.event().equals("error"));
            stranger.send("leave_game", new JsonObject().put("player_name", "Mina"));
            assertThat(Shown.text(await(gone))).contains("no seat");
            assertThat(mina.hand()).as("Mina's hand after all that").isEqualTo(hand);
            assertThat(mina.losses()).as("connections that Mina lost").isZero();

            assertThat(hands(await(window.openGame(room)))).contains(new JsonArray(hand));
            until("the end of the older window's connection", mina::losses, losses -> losses == 1);
            await(window.gameOver(), Duration.ofSeconds(60));
            assertThat(stranger.frames().stream().filter(frame -> frame.event().equals("phase_change")))
                    .as("views of the stranger that show a hand")
                    .noneMatch(frame -> hands(frame).stream().anyMatch(shown -> !shown.isEmpty()));
            StoredMoves stored = new StoredMoves(History.of(shared.url(), room));
            stored.areWhole();
            assertThat(stored.deciders("Mina", 0)).isNotEmpty().containsOnly("human");
        }
    }

    private static JsonObject play() {
        return new JsonObject().put("piece_indices", new JsonArray().add(0)).put("play_value", 1);
    }

    private static List<JsonArray> hands(Frame view) {
        JsonObject players = view.data().getJsonObject("players");
        return players.fieldNames().stream()
                .map(name -> players.getJsonObject(name).getJsonArray("hand", new JsonArray()))
                .toList();
    }
}
