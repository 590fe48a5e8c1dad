package io.liaptui.common.games.liaptui.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks messages against paths and types written as text: {@code *} stands for every entry of a list or map, types are
 * {@code string int number bool list map null}, or several of them between bars.
 */
final class Shapes {
    private Shapes() {}

    static void check(JsonNode message, String shape) {
        for (String line : shape.lines().filter(text -> !text.isBlank()).toList()) {
            String[] parts = line.trim().split("\\s+");
            for (JsonNode value : find(message, parts[0])) {
                assertThat(List.of(parts[1].split("\\|")))
                        .as("%s in %s", parts[0], message)
                        .containsAnyElementsOf(types(value));
            }
        }
    }

    private static List<JsonNode> find(JsonNode message, String path) {
        List<JsonNode> found = List.of(message);
        for (String step : path.split("\\.")) {
            List<JsonNode> deeper = new ArrayList<>();
            for (JsonNode node : found) {
                if (step.equals("*")) {
                    node.forEach(deeper::add);
                } else {
                    assertThat(node.has(step))
                            .as("%s of %s in %s", step, path, message)
                            .isTrue();
                    deeper.add(node.get(step));
                }
            }
            found = deeper;
        }
        return found;
    }

    private static List<String> types(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> List.of("string");
            case NUMBER -> value.isInt() ? List.of("int", "number") : List.of("number");
            case BOOLEAN -> List.of("bool");
            case ARRAY -> List.of("list");
            case OBJECT -> List.of("map");
            default -> List.of("null");
        };
    }
}
