package io.liaptui.common.games.liaptui.testkit;

import io.liaptui.common.games.liaptui.Command;
import io.liaptui.common.games.liaptui.Phase;
import io.liaptui.common.games.liaptui.State;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.rules.Decision;
import io.liaptui.common.rules.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds every legal command by trying all of them: slow, and knows nothing of the rules. */
public final class LegalMoves {
    private LegalMoves() {}

    public static List<Command> of(State.Begun state, Seat seat) {
        Stream<Command> tried =
                switch (state.phase()) {
                    case Phase.Asking asking ->
                        Stream.of(new Command.AnswerRedeal(true), new Command.AnswerRedeal(false));
                    case Phase.Declaring declaring ->
                        IntStream.rangeClosed(-1, 9).mapToObj(Command.Declare::new);
                    case Phase.Playing playing ->
                        IntStream.range(0, 1 << state.hand(seat).size())
                                .mapToObj(mask -> new Command.PlayPieces(places(mask)));
                    default -> Stream.of();
                };
        return tried.filter(command ->
                        TestGame.RULES.decide(state, new Input.Move<>(seat, command)) instanceof Decision.Accepted)
                .toList();
    }

    private static List<Integer> places(int mask) {
        List<Integer> places = new ArrayList<>();
        for (int place = 0; mask >> place != 0; place++) {
            if ((mask >> place & 1) == 1) {
                places.add(place);
            }
        }
        return places;
    }
}
