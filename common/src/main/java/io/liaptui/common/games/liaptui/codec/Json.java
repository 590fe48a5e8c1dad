package io.liaptui.common.games.liaptui.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.common.games.liaptui.Hand;
import io.liaptui.common.games.liaptui.Piece;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.rules.Chance;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Small pieces of JSON that events and states share. Readers throw {@link IllegalArgumentException}. */
final class Json {
    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode numbers(List<Integer> numbers) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        numbers.forEach(array::add);
        return array;
    }

    static ArrayNode seats(List<Seat> seats) {
        return numbers(seats.stream().map(Seat::index).toList());
    }

    static ArrayNode pieces(List<Piece> pieces) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        pieces.forEach(piece -> array.add(piece.text()));
        return array;
    }

    static <T> ArrayNode array(List<T> values, Function<T, JsonNode> each) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        values.forEach(value -> array.add(each.apply(value)));
        return array;
    }

    static ObjectNode chance(Chance chance) {
        return object().put("seed", chance.seed()).put("counter", chance.counter());
    }

    static int number(JsonNode json, String field) {
        return number(json.required(field));
    }

    static boolean flag(JsonNode json, String field) {
        JsonNode value = json.required(field);
        if (!value.isBoolean()) {
            throw new IllegalArgumentException(field + " must be true or false");
        }
        return value.booleanValue();
    }

    static String text(JsonNode json, String field) {
        JsonNode value = json.required(field);
        if (!value.isTextual()) {
            throw new IllegalArgumentException(field + " must be a text");
        }
        return value.textValue();
    }

    static Seat seat(JsonNode json, String field) {
        return new Seat(number(json, field));
    }

    static List<Integer> numbers(JsonNode json, String field) {
        return list(json.required(field), Json::number);
    }

    static List<Seat> seats(JsonNode json, String field) {
        return list(json.required(field), seat -> new Seat(number(seat)));
    }

    static List<Piece> pieces(JsonNode array) {
        return list(array, piece -> Piece.parse(piece.asText()));
    }

    static Hand hand(JsonNode array) {
        return new Hand(pieces(array));
    }

    static Chance chance(JsonNode json, String field) {
        JsonNode chance = json.required(field);
        return new Chance(text(chance, "seed"), chance.required("counter").longValue());
    }

    static <T> List<T> list(JsonNode array, Function<JsonNode, T> each) {
        if (!array.isArray()) {
            throw new IllegalArgumentException("an array is expected");
        }
        List<T> values = new ArrayList<>(array.size());
        array.forEach(value -> values.add(each.apply(value)));
        return List.copyOf(values);
    }

    private static int number(JsonNode value) {
        if (!value.isInt()) {
            throw new IllegalArgumentException("a whole number is expected");
        }
        return value.intValue();
    }
}
