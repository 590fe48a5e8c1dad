package io.liaptui.api.admin;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.liaptui.api.http.BadRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The JSON object that comes with a command; no body is an empty one. */
record CommandBody(JsonNode json) {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    /**
     * @param fields all that the command takes: a misspelt one must not change what is done
     * @throws BadRequest if it is no JSON object
     * @throws Refused with 422 if it has another field
     */
    static CommandBody read(@Nullable String text, String... fields) {
        List<String> known = List.of(fields);
        if (text == null || text.isBlank()) {
            return new CommandBody(JSON.createObjectNode());
        }
        try {
            JsonNode json = JSON.readTree(text);
            if (json.isObject()) {
                json.fieldNames().forEachRemaining(name -> {
                    if (!known.contains(name)) {
                        throw new Refused(
                                422,
                                known.size() == 1
                                        ? "The body may have the field '" + known.getFirst() + "' and no other."
                                        : "The body may have the fields '" + String.join("', '", known)
                                                + "' and no other.");
                    }
                });
                return new CommandBody(json);
            }
        } catch (JsonProcessingException e) {
            // Answered below
        }
        throw new BadRequest("The body must be a JSON object, such as {\"message\": \"Back at ten.\"}.");
    }

    /**
     * A text, without white space around it.
     *
     * @throws Refused with 422 if it is missing, empty, too long, or has control characters
     */
    String text(String field, int most) {
        return optional(field, most)
                .orElseThrow(() -> new Refused(422, "The body needs the field '" + field + "', a text."));
    }

    /** The same, if it is there. */
    Optional<String> optional(String field, int most) {
        JsonNode value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        String text = value.isTextual() ? value.textValue().strip() : "";
        if (text.isEmpty() || text.length() > most || text.chars().anyMatch(Character::isISOControl)) {
            throw new Refused(422, "'" + field + "' must be a text of 1 to " + most + " characters on one line.");
        }
        return Optional.of(text);
    }

    /**
     * A whole number; {@code fallback} if it is missing.
     *
     * @throws Refused with 422 if it is no whole number from {@code low} to {@code high}
     */
    int number(String field, int fallback, int low, int high) {
        JsonNode value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return fallback;
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < low
                || value.intValue() > high) {
            throw new Refused(422, "'" + field + "' must be a whole number, " + low + " to " + high + ".");
        }
        return value.intValue();
    }

    /**
     * A yes or no; no if it is missing.
     *
     * @throws Refused with 422 if it is neither
     */
    boolean flag(String field) {
        JsonNode value = json.path(field);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw new Refused(422, "'" + field + "' must be true or false.");
        }
        return value.booleanValue();
    }
}
