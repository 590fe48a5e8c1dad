package io.liaptui.common.games.liaptui;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.games.liaptui.testkit.LegalMoves;
import io.liaptui.common.games.liaptui.testkit.TestGame;
import io.liaptui.common.ids.Seat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Counts the legal lines of given depth from given positions: one wrong rule changes a number. */
class GoldenCountsTest {
    static Stream<String> lines() throws IOException {
        try (InputStream file = Objects.requireNonNull(GoldenCountsTest.class.getResourceAsStream("liaptui.counts"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.startsWith("#") && !line.isBlank()).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    void countsAreTheSame(String line) {
        String[] cells = line.trim().split("\\s+");
        TestGame game = TestGame.begin(Long.parseLong(cells[1])).until(position(cells[0]));
        assertThat(count(game.state(), Integer.parseInt(cells[2]))).isEqualTo(Long.parseLong(cells[3]));
    }

    private static Predicate<State> position(String name) {
        return switch (name) {
            case "declarations" -> state -> phase(state) instanceof Phase.Declaring;
            case "plays" -> state -> phase(state) instanceof Phase.Playing;
            case "endings" ->
                state -> phase(state) instanceof Phase.Playing(var m, var r, var t, var turn)
                        && turn.plays().isEmpty()
                        && ((State.Begun) state).hands().getFirst().size() <= 3;
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Phase phase(State state) {
        return ((State.Begun) state).phase();
    }

    /** Timers run out between moves; the end of a round ends a line early, which then counts once. */
    private static long count(State from, int depth) {
        TestGame game = TestGame.from(from);
        while (TestGame.RULES.awaited(game.state()).isEmpty() && !(phase(game.state()) instanceof Phase.Scored)) {
            game.timeUp();
        }
        Set<Seat> awaited = TestGame.RULES.awaited(game.state());
        if (depth == 0 || awaited.isEmpty()) {
            return 1;
        }
        Seat seat = awaited.iterator().next();
        long lines = 0;
        for (Command command : LegalMoves.of(game.begun(), seat)) {
            TestGame next = TestGame.from(game.state());
            next.move(seat, command);
            lines += count(next.state(), depth - 1);
        }
        return lines;
    }
}
