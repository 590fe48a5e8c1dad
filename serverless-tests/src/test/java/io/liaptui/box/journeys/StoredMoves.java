package io.liaptui.box.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.box.moves.Move;
import io.liaptui.box.moves.SeenMoves;
import io.liaptui.box.player.Frame;
import io.liaptui.box.player.ScriptedPlayer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The moves of a finished game by its history, and what must be true of them however the game went. */
final class StoredMoves {
    private final List<Map<String, Object>> history;
    private final List<Move> moves = new ArrayList<>();
    private final Map<String, List<String>> hands = new HashMap<>();
    private final Map<String, List<String>> played = new HashMap<>();
    private int round;
    private int turn;
    private int multiplier;

    StoredMoves(List<Map<String, Object>> history) {
        this.history = history;
        history.forEach(this::read);
    }

    /** Numbered without a gap, nobody moves twice at one occasion, and each hand is played once and to the end. */
    void areWhole() {
        assertThat(history.stream().map(History::sequence))
                .as("sequences")
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, history.size()).boxed().toList());
        assertThat(moves.stream().map(Move::occasion)).doesNotHaveDuplicates();
        assertThat(history.stream().filter(event -> type(event).equals("liaptui.game_ended")))
                .as("ends of the game")
                .hasSize(1);
        assertThat(played.keySet()).isEqualTo(hands.keySet()).hasSizeBetween(4, 80);
        hands.forEach((who, hand) ->
                assertThat(played.get(who)).as("pieces of " + who).containsExactlyInAnyOrderElementsOf(hand));
    }

    /** Whatever this player saw was stored, as it was seen and in that order. */
    void hold(ScriptedPlayer player) {
        List<Move> seen = seen(player);
        assertThat(seen).as("moves that " + player.name() + " saw").hasSizeGreaterThan(20);
        assertThat(seen.stream().filter(move -> !moves.contains(move)))
                .as("moves that " + player.name() + " saw and the history does not have")
                .isEmpty();
        // Answers about a redeal are shown by seat
        assertThat(seen.stream().filter(move -> move.turn() >= 0).map(moves::indexOf))
                .as("places in the history of what " + player.name() + " saw")
                .isSorted();
    }

    private static List<Move> seen(ScriptedPlayer player) {
        List<Frame> frames = player.frames();
        assertThat(frames.getFirst().number())
                .as("first frame that " + player.name() + " remembers")
                .isEqualTo(1);
        SeenMoves seen = new SeenMoves();
        frames.forEach(seen::read);
        return seen.all();
    }

    /** Who decided the plays of this player after an event, in order: {@code human} or {@code stand-in}. */
    List<String> deciders(String player, long after) {
        return history.stream()
                .filter(event -> History.sequence(event) > after)
                .filter(event -> type(event).equals("liaptui.played") && player.equals(event.get("player_id")))
                .map(event -> String.valueOf(event.get("by")))
                .toList();
    }

    /** The room's events of this seat's coming and going, without the prefix. */
    List<String> presence(String player) {
        return history.stream()
                .filter(event -> player.equals(event.get("player_id")))
                .map(StoredMoves::type)
                .filter(type -> Stream.of("room.went_away", "room.returned").anyMatch(type::equals))
                .toList();
    }

    private void read(Map<String, Object> event) {
        Map<?, ?> payload = (Map<?, ?>) event.get("payload");
        String player = String.valueOf(event.get("player_id"));
        switch (type(event)) {
            case "liaptui.dealt" -> {
                round = ((Number) payload.get("round")).intValue();
                turn = 0;
                multiplier = 1;
                dealt((Map<?, ?>) payload.get("seats"));
            }
            case "liaptui.redealt" -> {
                multiplier = ((Number) payload.get("multiplier")).intValue();
                dealt((Map<?, ?>) payload.get("seats"));
            }
            case "liaptui.redeal_answered" ->
                moves.add(Move.redeal(round, multiplier, player, (Boolean) payload.get("accepted")));
            case "liaptui.turn_started" -> turn = ((Number) payload.get("turn")).intValue();
            case "liaptui.declared" -> moves.add(Move.declared(round, player, String.valueOf(payload.get("value"))));
            case "liaptui.played" -> {
                List<String> pieces = texts(payload.get("pieces"));
                moves.add(new Move(round, turn, player, pieces.toString()));
                played.computeIfAbsent(hand(String.valueOf(event.get("seat"))), who -> new ArrayList<>())
                        .addAll(pieces);
            }
            default -> {
                // no move
            }
        }
    }

    private void dealt(Map<?, ?> seats) {
        seats.forEach((seat, own) -> hands.put(hand(String.valueOf(seat)), texts(((Map<?, ?>) own).get("hand"))));
    }

    private String hand(String seat) {
        return seat + " in round " + round;
    }

    private static List<String> texts(Object list) {
        return ((List<?>) list).stream().map(String::valueOf).toList();
    }

    private static String type(Map<String, Object> event) {
        return String.valueOf(event.get("event_type"));
    }
}
