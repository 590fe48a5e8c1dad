package io.liaptui.box.front.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * One JSON object of the rules file, read strictly: a field that is missing, unknown, twice there or of another type is
 * refused with its place.
 *
 * @param place where this object stands, for messages
 */
record Fields(JsonNode node, String place) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static Fields parse(String json, String source) {
        try {
            return new Fields(JSON.readTree(json), source);
        } catch (JsonProcessingException e) {
            throw new InvalidListenerRules(source + ": not JSON: " + e.getOriginalMessage() + " (line "
                    + (e.getLocation() == null ? "?" : e.getLocation().getLineNr()) + ")");
        }
    }

    Fields {
        if (!node.isObject()) {
            throw new InvalidListenerRules(place + ": must be an object");
        }
    }

    InvalidListenerRules refusal(String reason) {
        return new InvalidListenerRules(place + ": " + reason);
    }

    /** Refuses all other fields. */
    Fields only(String... known) {
        Set<String> unknown = new TreeSet<>(names());
        List.of(known).forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw refusal("unknown field " + unknown + "; known here: " + List.of(known));
        }
        return this;
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    boolean has(String name) {
        return node.has(name);
    }

    Fields at(String newPlace) {
        return new Fields(node, newPlace);
    }

    Fields object(String name) {
        return new Fields(field(name), place + ", " + name);
    }

    Map<String, Fields> objects(String name) {
        Map<String, Fields> objects = new LinkedHashMap<>();
        Fields all = object(name);
        all.names().forEach(key -> objects.put(key, new Fields(all.field(key), all.place + " \"" + key + "\"")));
        return objects;
    }

    List<Fields> list(String name) {
        JsonNode list = array(name);
        return IntStream.range(0, list.size())
                .mapToObj(i -> new Fields(list.get(i), place + ", " + name + " " + (i + 1)))
                .toList();
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : array(name)) {
            if (!value.isTextual()) {
                throw refusal(name + " must hold strings only, but holds " + value);
            }
            texts.add(value.textValue());
        }
        return List.copyOf(texts);
    }

    String text(String name) {
        JsonNode value = field(name);
        if (!value.isTextual()) {
            throw refusal(name + " must be a string, but is " + value);
        }
        return value.textValue();
    }

    boolean truth(String name) {
        JsonNode value = field(name);
        if (!value.isBoolean()) {
            throw refusal(name + " must be true or false, but is " + value);
        }
        return value.booleanValue();
    }

    int number(String name, int least, int most) {
        JsonNode value = field(name);
        if (!value.isInt() || value.intValue() < least || value.intValue() > most) {
            throw refusal(name + " must be a number from " + least + " to " + most + ", but is " + value);
        }
        return value.intValue();
    }

    String oneOf(String name, String... allowed) {
        String value = text(name);
        if (!List.of(allowed).contains(value)) {
            throw refusal(name + " must be one of " + List.of(allowed) + ", but is \"" + value + "\"");
        }
        return value;
    }

    private JsonNode field(String name) {
        JsonNode value = node.get(name);
        if (value == null) {
            throw refusal(name + " is missing");
        }
        return value;
    }

    private JsonNode array(String name) {
        JsonNode value = field(name);
        if (!value.isArray()) {
            throw refusal(name + " must be a list, but is " + value);
        }
        return value;
    }
}
