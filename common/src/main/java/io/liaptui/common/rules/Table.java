package io.liaptui.common.rules;

import java.util.Map;

/**
 * What a game is started with.
 *
 * @param seats how many seats play
 * @param seed 64 hexadecimal digits from a secure source (or from a setting, to repeat a game); starts the generator
 *     that the state keeps
 * @param options settings of the game by name, such as {@code max-rounds}
 */
public record Table(int seats, String seed, Map<String, String> options) {
    public Table {
        options = Map.copyOf(options);
        if (!seed.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a seed is 64 lower-case hexadecimal digits");
        }
    }

    /** Hides the seed: records end up in logs. */
    @Override
    public String toString() {
        return "Table[seats=" + seats + ", options=" + options + "]";
    }
}
