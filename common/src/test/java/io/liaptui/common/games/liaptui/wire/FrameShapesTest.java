package io.liaptui.common.games.liaptui.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.liaptui.common.games.liaptui.testkit.RandomPlayers;
import io.liaptui.common.games.liaptui.testkit.TestGame;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.wire.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every message of whole games has each field that the existing client needs, in the type that it expects. */
class FrameShapesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> SEATS = List.of("Mina", "Bot 2", "Omar", "Bot 4");

    private static final String PLAYER = """
            hand list
            hand.* string
            hand_size int
            is_bot bool
            is_host bool
            avatar_color string|null
            score int
            declared int
            captured_piles int
            zero_declares_in_a_row int
            name string
            """;

    private static final Map<String, String> PHASES = Map.of(
            "preparation",
            """
            dealing_cards bool
            redeal_multiplier int
            simultaneous_mode bool
            weak_players_awaiting list
            weak_players_awaiting.* string
            decisions_received int
            decisions_needed int
            """,
            "round_start",
            """
            current_starter string
            starter_reason string
            round_number int
            display_duration number
            """,
            "declaration",
            """
            declaration_order list
            declaration_order.* string
            current_declarer string|null
            declarations map
            declarations.* int
            declaration_total int
            current_declarer_index int
            """,
            "turn",
            """
            turn_order list
            turn_order.* string
            current_turn_starter string
            current_player string
            required_piece_count int|null
            turn_plays map
            turn_plays.*.pieces list
            turn_plays.*.pieces.* string
            turn_plays.*.play_type string
            turn_plays.*.play_value int
            turn_plays.*.is_valid bool
            turn_plays.*.piece_count int
            turn_complete bool
            current_turn_number int
            pile_counts map
            pile_counts.* int
            """,
            "turn_results",
            """
            turn_winner string
            winning_play map
            turn_plays map
            display_duration number
            next_phase string
            pile_counts map
            """,
            "scoring",
            """
            round_scores map
            round_scores.*.declared int
            round_scores.*.actual int
            round_scores.*.base_score int
            round_scores.*.bonus int
            round_scores.*.hit_value int
            round_scores.*.multiplier int
            round_scores.*.final_score int
            round_scores.*.total_score int
            total_scores map
            total_scores.* int
            scoring_players_data list
            scoring_players_data.*.name string
            scoring_players_data.*.pile_count int
            redeal_multiplier int
            game_complete bool
            winners list
            player_stats.*.turns_won int
            player_stats.*.perfect_rounds int
            """,
            "game_over",
            """
            final_rankings list
            final_rankings.*.name string
            final_rankings.*.score int
            final_rankings.*.rank int
            final_rankings.*.perfect_rounds int
            final_rankings.*.turns_won int
            game_stats.total_rounds int
            game_stats.game_duration string
            winners list
            winners.* string
            """);

    private static final String TURN_COMPLETE = """
            winner string
            winning_play.type string
            winning_play.pieces list
            winning_play.pieces.* string
            winning_play.value int
            winning_play.pilesWon int
            winning_play.starter string
            player_piles map
            player_piles.* int
            turn_players_data list
            turn_number int
            next_starter string
            all_hands_empty bool
            will_continue bool
            """;

    private static List<JsonNode> messages = List.of();

    @BeforeAll
    static void playWholeGames() throws Exception {
        LiapTuiWire wire = new LiapTuiWire();
        List<JsonNode> all = new ArrayList<>();
        List<TestGame> games = Stream.of(1L, 2L)
                .flatMap(seed -> Stream.of(
                        TestGame.begin(seed), TestGame.begin(seed, Map.of("max-rounds", "4"), new RandomPlayers(seed))))
                .toList();
        for (TestGame game : games) {
            for (TestGame.Step step : game.finish().steps()) {
                List<Frame> frames =
                        new ArrayList<>(wire.step(Casts.USUAL, step.before(), step.after(), step.events()));
                frames.addAll(wire.restore(Casts.USUAL, step.after()));
                for (Frame frame : frames) {
                    all.add(JSON.readTree(frame.forSeat(new Seat(2))));
                    all.add(JSON.readTree(frame.forSpectator()));
                }
            }
        }
        messages = all;
    }

    @Test
    void everyPhaseAndMessageOccurs() {
        Set<String> seen = new TreeSet<>();
        messages.forEach(message -> seen.add(
                message.path("data").path("phase").asText(message.get("event").asText())
                        + (message.get("event").asText().equals("turn_complete") ? "!" : "")));
        assertThat(seen).contains("declare", "redeal_executed", "turn!").containsAll(PHASES.keySet());
    }

    @Test
    void nothingButEventAndDataStandsAtTheTop() {
        assertThat(messages)
                .allSatisfy(
                        message -> assertThat(message.fieldNames()).toIterable().containsExactly("event", "data"));
    }

    @Test
    void everyPhaseHasItsFieldsAndAllFourPlayersInSeatOrder() {
        for (JsonNode message : messages) {
            if (message.get("event").asText().equals("phase_change")) {
                JsonNode data = message.get("data");
                Shapes.check(data, "phase string\nround int\nphase_data map\nplayers map\nallowed_actions list");
                Shapes.check(
                        data.get("phase_data"), PHASES.get(data.get("phase").asText()));
                assertThat(data.get("players").fieldNames()).toIterable().containsExactlyElementsOf(SEATS);
                data.get("players").forEach(player -> Shapes.check(player, PLAYER));
            }
        }
    }

    @Test
    void theEndOfATurnHasItsFieldsAndAllFourPlayersInSeatOrder() {
        for (JsonNode message : messages) {
            if (message.get("event").asText().equals("turn_complete")) {
                Shapes.check(message.get("data"), TURN_COMPLETE);
                JsonNode players = message.get("data").get("turn_players_data");
                players.forEach(player -> Shapes.check(player, PLAYER));
                assertThat(players.findValuesAsText("name")).containsExactlyElementsOf(SEATS);
            }
        }
    }

    @Test
    void noMessageHasANameThatTheClientKeepsForItself() {
        assertThat(messages)
                .extracting(message -> message.get("event").asText())
                .containsOnly("phase_change", "turn_complete", "declare", "redeal_executed");
    }
}
