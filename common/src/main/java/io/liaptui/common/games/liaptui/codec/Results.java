package io.liaptui.common.games.liaptui.codec;

import io.liaptui.common.games.SeatResult;
import io.liaptui.common.games.liaptui.Event;
import io.liaptui.common.games.liaptui.RoundScore;
import io.liaptui.common.games.liaptui.Seats;
import io.liaptui.common.ids.Seat;
import java.util.List;

/** Adds rounds up to what the leaderboard shows. Declaring nothing and getting nothing is a hit here, as it is in the scores. */
final class Results {
    private Results() {}

    static List<SeatResult> of(List<Event> events) {
        List<List<RoundScore>> rounds = events.stream()
                .filter(Event.RoundScored.class::isInstance)
                .map(event -> ((Event.RoundScored) event).scores())
                .toList();
        return events.stream()
                .filter(Event.GameEnded.class::isInstance)
                .map(event -> ((Event.GameEnded) event).winners())
                .findFirst()
                .map(winners -> Seats.all().stream()
                        .map(seat -> result(seat, winners.contains(seat), rounds))
                        .toList())
                .orElse(List.of());
    }

    private static SeatResult result(Seat seat, boolean won, List<List<RoundScore>> rounds) {
        List<RoundScore> own =
                rounds.stream().map(scores -> scores.get(seat.index())).toList();
        return new SeatResult(
                seat, won, own.stream().mapToInt(RoundScore::points).sum(), own.size(), (int) own.stream()
                        .filter(score -> score.declared() == score.captured())
                        .count());
    }
}
