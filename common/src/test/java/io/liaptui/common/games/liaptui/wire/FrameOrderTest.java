package io.liaptui.common.games.liaptui.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.liaptui.common.games.liaptui.Command;
import io.liaptui.common.games.liaptui.Hand;
import io.liaptui.common.games.liaptui.Phase;
import io.liaptui.common.games.liaptui.State;
import io.liaptui.common.games.liaptui.testkit.Positions;
import io.liaptui.common.games.liaptui.testkit.TestGame;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.wire.Frame;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which messages a step gives, in which order; spectators' texts are enough to see it. */
class FrameOrderTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<Hand> WEAK_AT_1_AND_3 = Positions.hands("""
            R:general B:general R:advisor*2 B:advisor*2 R:elephant*2
            B:elephant*2 R:chariot*2 B:chariot*2 R:horse*2
            R:horse B:horse R:cannon*2 B:cannon*2 R:soldier B:advisor
            R:soldier*4 B:soldier*4
            """);

    private static final List<Hand> TWO_EACH = Positions.hands("""
            B:soldier R:general
            B:chariot R:advisor
            R:soldier B:advisor
            R:chariot B:horse
            """);

    private final LiapTuiWire wire = new LiapTuiWire();

    @Test
    void aGameBeginsWithOneDealingFrame() {
        TestGame game = TestGame.begin(1);
        assertThat(said(game)).containsExactly("preparation dealing");
        game.timeUp();
        assertThat(said(game)).containsExactly("round_start");
        game.timeUp();
        assertThat(said(game)).containsExactly("declaration 0");
    }

    @Test
    void weakHandsAreAskedForAndTheLastAnswerSaysOnlyWhatComesOfIt() {
        TestGame game = TestGame.from(Positions.dealing(Positions.round(1, 1, 0), WEAK_AT_1_AND_3));
        game.timeUp();
        assertThat(said(game)).containsExactly("preparation [Bot 2, Bot 4] 0/2 warned=false");
        game.move(1, new Command.AnswerRedeal(false));
        assertThat(said(game)).containsExactly("preparation [Bot 4] 1/2 warned=false");
        game.timeUp();
        assertThat(said(game)).containsExactly("preparation [Bot 4] 1/2 warned=true");
        game.timeUp();
        assertThat(said(game)).containsExactly("round_start");
    }

    @Test
    void anAcceptedRedealIsDealtAgain() {
        TestGame game = TestGame.from(Positions.dealing(Positions.round(1, 1, 0), WEAK_AT_1_AND_3));
        game.timeUp();
        game.move(1, new Command.AnswerRedeal(true));
        game.move(3, new Command.AnswerRedeal(false));
        assertThat(said(game)).containsExactly("preparation dealing");
        assertThat(restored(game.state()).getFirst()).isEqualTo("redeal_executed");
    }

    @Test
    void theFourthDeclarationAndTheFourthPlayHaveFramesOfTheirOwn() {
        TestGame game = TestGame.begin(1).until(state -> phase(state) instanceof Phase.Playing);
        assertThat(said(game)).containsExactly("declaration 4", "turn 0 null");
    }

    @Test
    void aTurnEndsInThreeSteps() {
        TestGame game = TestGame.from(Positions.playing(TWO_EACH, List.of(3, 1, 0, 0)));
        for (int seat = 0; seat < 4; seat++) {
            game.move(seat, new Command.PlayPieces(List.of(0)));
            assertThat(said(game)).containsExactly("turn " + (seat + 1) + " 1");
        }
        game.timeUp();
        assertThat(said(game)).containsExactly("turn 4 1", "turn_complete");
        assertThat(restored(game.state()))
                .containsExactly("declare", "declare", "declare", "declare", "turn 4 1", "turn_complete");
        game.timeUp();
        assertThat(said(game)).containsExactly("turn 0 null");
    }

    @Test
    void afterTheLastTurnComeItsResultsTheScoringAndTheNextDeal() {
        TestGame game = TestGame.from(Positions.playing(TWO_EACH, List.of(3, 1, 0, 0)));
        for (int seat = 0; seat < 4; seat++) {
            game.move(seat, new Command.PlayPieces(List.of(0)));
        }
        game.timeUp();
        game.timeUp();
        for (int play = 0; play < 4; play++) {
            Seat next = TestGame.RULES.awaited(game.state()).iterator().next();
            game.move(next, new Command.PlayPieces(List.of(0)));
        }
        game.timeUp();
        assertThat(said(game)).containsExactly("turn 4 1", "turn_complete", "turn_results");
        game.timeUp();
        assertThat(said(game)).containsExactly("scoring");
        game.timeUp();
        assertThat(said(game)).containsExactly("preparation dealing");
    }

    @Test
    void theLastFrameOfAGameIsGameOver() {
        TestGame game = TestGame.begin(1).finish();
        assertThat(said(game)).containsExactly("game_over");
        assertThat(restored(game.state())).endsWith("game_over");
        assertThat(restored(TestGame.RULES.empty())).isEmpty();
    }

    private static Phase phase(State state) {
        return ((State.Begun) state).phase();
    }

    private List<String> said(TestGame game) {
        TestGame.Step step = game.steps().getLast();
        return texts(wire.step(Casts.USUAL, step.before(), step.after(), step.events()));
    }

    private List<String> restored(State state) {
        return texts(wire.restore(Casts.USUAL, state));
    }

    private static List<String> texts(List<Frame> frames) {
        List<String> texts = new ArrayList<>();
        for (Frame frame : frames) {
            try {
                texts.add(text(JSON.readTree(frame.forSpectator())));
            } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                throw new AssertionError(frame.forSpectator(), e);
            }
        }
        return texts;
    }

    private static String text(JsonNode message) {
        String event = message.get("event").asText();
        JsonNode data = message.get("data").path("phase_data");
        if (!event.equals("phase_change")) {
            return event;
        }
        String phase = message.get("data").get("phase").asText();
        return switch (phase) {
            case "preparation" -> phase + (data.get("dealing_cards").asBoolean() ? " dealing" : asking(data));
            case "declaration" -> phase + " " + data.get("declarations").size();
            case "turn" -> phase + " " + data.get("turn_plays").size() + " " + data.get("required_piece_count");
            default -> phase;
        };
    }

    private static String asking(JsonNode data) {
        List<String> awaited = new ArrayList<>();
        data.get("weak_players_awaiting").forEach(name -> awaited.add(name.asText()));
        return " " + awaited + " " + data.get("decisions_received") + "/" + data.get("decisions_needed") + " warned="
                + data.get("timeout_warning");
    }
}
