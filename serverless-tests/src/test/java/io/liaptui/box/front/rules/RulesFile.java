package io.liaptui.box.front.rules;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The real rules file, with single places changed. */
public final class RulesFile {
    /** Where the modules' tests find it. */
    public static final Path PATH = Path.of("../terraform/listener-rules.json");

    private static final JsonMapper JSON = new JsonMapper();

    private final JsonNode root;

    public RulesFile() {
        try {
            root = JSON.readTree(Files.readString(PATH));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sets the place that a JSON pointer names; {@code -} at its end adds to a list. */
    public RulesFile with(String pointer, String json) {
        JsonPointer place = JsonPointer.compile(pointer);
        String last = place.last().getMatchingProperty();
        JsonNode value = read(json);
        switch (root.at(place.head())) {
            case ObjectNode object -> object.set(last, value);
            case ArrayNode array when last.equals("-") -> array.add(value);
            case ArrayNode array -> array.set(Integer.parseInt(last), value);
            default -> throw new IllegalArgumentException("no such place: " + pointer);
        }
        return this;
    }

    public RulesFile without(String pointer) {
        JsonPointer place = JsonPointer.compile(pointer);
        if (((ObjectNode) root.at(place.head())).remove(place.last().getMatchingProperty()) == null) {
            throw new IllegalArgumentException("no such place: " + pointer);
        }
        return this;
    }

    public ListenerRules parse() {
        return ListenerRules.parse(root.toString(), "rules.json");
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
