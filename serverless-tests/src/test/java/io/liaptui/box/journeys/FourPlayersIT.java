package io.liaptui.box.journeys;

import static io.liaptui.box.journeys.Waiting.await;
import static io.liaptui.box.journeys.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.box.player.Frame;
import io.liaptui.box.player.ScriptedPlayer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Four people on two nodes lose cables and nodes in the middle of a turn, and nobody loses a move. */
@Timeout(180)
@ExtendWith(SharedBox.Extension.class)
class FourPlayersIT {
    private static final Duration RECOVERY = Duration.ofSeconds(60);

    @Test
    void aGameOutlivesADroppedPlayerAndItsKilledOwner(SharedBox shared) throws Exception {
        try (FourPlayers four = FourPlayers.inTheMiddleOfATurn(shared)) {
            int owner = four.owner();
            await(four.zoe().drop());
            shared.box().killNode(owner);
            four.isNotOver();
            shared.box().startNode(owner);
            await(four.zoe().comeBack(), RECOVERY);
            four.isNotOver();
            long back = four.latestEvent();

            StoredMoves stored = four.playOn();
            assertThat(stored.deciders("Zoe", back))
                    .as("who decided Zoe's plays after her return")
                    .isNotEmpty()
                    .containsOnly("human");
        }
    }

    @Test
    void aGameOutlivesTheNodeThatHoldsTwoPlayersSockets(SharedBox shared) throws Exception {
        try (FourPlayers four = FourPlayers.inTheMiddleOfATurn(shared)) {
            int owner = four.owner();
            int other = 3 - owner;
            shared.box().killNode(other);
            List<ScriptedPlayer> lost = until(
                    "two lost connections",
                    () -> four.all().stream()
                            .filter(player -> player.losses() > 0)
                            .toList(),
                    players -> players.size() == 2);
            List<CompletableFuture<Frame>> views = lost.stream()
                    .map(player -> player.next(frame -> frame.shows("turn")))
                    .toList();
            shared.box().startNode(other);
            four.isNotOver();
            views.forEach(view -> await(view, RECOVERY));

            StoredMoves stored = four.playOn();
            assertThat(four.owner()).as("owner of the room").isEqualTo(owner);
            assertThat(four.all()).allSatisfy(player -> assertThat(stored.deciders(player.name(), 0))
                    .as("who decided the plays of " + player.name())
                    .containsOnly("human"));
        }
    }

    @Test
    void aGameOutlivesTheLossOfEveryNode(SharedBox shared) throws Exception {
        try (FourPlayers four = FourPlayers.inTheMiddleOfATurn(shared)) {
            List<CompletableFuture<Frame>> views = four.all().stream()
                    .map(player -> player.next(frame -> frame.shows("turn")))
                    .toList();
            shared.box().killNode(1);
            shared.box().killNode(2);
            shared.box().startNode(1);
            shared.box().startNode(2);
            views.forEach(view -> await(view, RECOVERY));
            four.isNotOver();

            StoredMoves stored = four.playOn();
            assertThat(four.all())
                    .allSatisfy(player -> assertThat(player.losses()).isPositive());
            assertThat(stored.deciders("Zoe", 0)).contains("human");
        }
    }

    @Test
    void aStandInPlaysForAPlayerWhoDoesNotReturnAtOnce(SharedBox shared) {
        try (FourPlayers four = FourPlayers.inTheMiddleOfATurn(shared)) {
            long before = four.latestEvent();
            CompletableFuture<Frame> played = four.playOf("Zoe");
            await(four.zoe().drop());
            // The grace is 1.5 s, and a stand-in does not think
            await(played, Duration.ofSeconds(4));
            four.isNotOver();
            await(four.zoe().comeBack());
            long back = four.latestEvent();

            StoredMoves stored = four.playOn();
            assertThat(stored.presence("Zoe")).containsExactly("room.went_away", "room.returned");
            List<String> deciders = stored.deciders("Zoe", before);
            List<String> afterwards = stored.deciders("Zoe", back);
            assertThat(afterwards)
                    .as("who decided Zoe's plays after her return")
                    .isNotEmpty()
                    .containsOnly("human");
            assertThat(deciders.subList(0, deciders.size() - afterwards.size()))
                    .as("who decided Zoe's plays while she was away")
                    .isNotEmpty()
                    .containsOnly("stand-in");
        }
    }
}
