package io.liaptui.box.front;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A function's answer to an ALB event.
 *
 * @param reasonPhrase what follows the code in {@code statusDescription}
 * @param headers without those that belong to the connection
 * @param length what the function says of it; counts for an answer to HEAD only
 */
record AlbAnswer(
        int statusCode, @Nullable String reasonPhrase, List<Header> headers, byte[] body, OptionalLong length) {
    record Header(String name, String value) {}

    private static final JsonMapper JSON = new JsonMapper();
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

    /** @param multi which form of headers the group has; an answer in the other form only is refused */
    static AlbAnswer parse(byte[] json, boolean multi) throws BadAnswer {
        if (json.length > LambdaForward.MOST_BYTES) {
            throw new BadAnswer("it has " + json.length + " bytes; at most 1 MB");
        }
        JsonNode answer = read(json);
        if (!answer.isObject()) {
            throw new BadAnswer("it is not a JSON object");
        }
        JsonNode status = answer.path("statusCode");
        if (!status.isInt() || status.intValue() < 200 || status.intValue() > 599) {
            throw new BadAnswer("statusCode must be a number from 200 to 599, but is "
                    + (status.isMissingNode() ? "missing" : status));
        }
        return new AlbAnswer(
                status.intValue(), phrase(answer), headers(answer, multi), body(answer), length(answer, multi));
    }

    /** Whether HTTP allows no body for this status. */
    boolean hasNoBody() {
        return statusCode == 204 || statusCode == 304;
    }

    private static JsonNode read(byte[] json) throws BadAnswer {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new BadAnswer("it is not JSON");
        }
    }

    private static @Nullable String phrase(JsonNode answer) throws BadAnswer {
        String description = text(answer, "statusDescription");
        String phrase = description.replaceFirst("^\\d{3} ?", "").replaceAll("[\\r\\n]", "");
        return phrase.isEmpty() ? null : phrase;
    }

    private static List<Header> headers(JsonNode answer, boolean multi) throws BadAnswer {
        String right = multi ? "multiValueHeaders" : "headers";
        String wrong = multi ? "headers" : "multiValueHeaders";
        if (!given(answer, right) && given(answer, wrong)) {
            throw new BadAnswer("it has " + wrong + ", but this target group takes " + right);
        }
        List<Header> headers = new ArrayList<>();
        if (!given(answer, right)) {
            return headers;
        }
        JsonNode object = answer.path(right);
        if (!object.isObject()) {
            throw new BadAnswer(right + " must be an object");
        }
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (multi && !field.getValue().isArray()) {
                throw new BadAnswer("the value of multiValueHeaders " + field.getKey() + " is not a list");
            }
            for (JsonNode value : multi ? field.getValue() : List.of(field.getValue())) {
                add(headers, field.getKey(), value);
            }
        }
        return headers;
    }

    private static OptionalLong length(JsonNode answer, boolean multi) {
        return answer.path(multi ? "multiValueHeaders" : "headers").properties().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("content-length"))
                .map(header -> multi ? header.getValue().path(0) : header.getValue())
                .map(JsonNode::asText)
                .filter(value -> value.matches("\\d{1,9}"))
                .mapToLong(Long::parseLong)
                .findFirst();
    }

    private static void add(List<Header> headers, String name, JsonNode value) throws BadAnswer {
        if (!name.matches(TOKEN)) {
            throw new BadAnswer("\"" + name + "\" is no name of a header");
        }
        if (!value.isTextual() || value.textValue().matches("(?s).*[\\r\\n\\x00].*")) {
            throw new BadAnswer("the value of header " + name + " is not a string of one line");
        }
        // The length is that of the body which is sent
        if (!ForwardedHeaders.isHopByHop(name) && !name.equalsIgnoreCase("content-length")) {
            headers.add(new Header(name, value.textValue()));
        }
    }

    private static byte[] body(JsonNode answer) throws BadAnswer {
        JsonNode base64 = answer.path("isBase64Encoded");
        if (given(answer, "isBase64Encoded") && !base64.isBoolean()) {
            throw new BadAnswer("isBase64Encoded must be true or false");
        }
        String body = text(answer, "body");
        if (!base64.asBoolean()) {
            return body.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getDecoder().decode(body);
        } catch (IllegalArgumentException e) {
            throw new BadAnswer("its body is not Base64");
        }
    }

    private static String text(JsonNode answer, String name) throws BadAnswer {
        if (!given(answer, name)) {
            return "";
        }
        if (!answer.path(name).isTextual()) {
            throw new BadAnswer(name + " must be a string");
        }
        return answer.path(name).textValue();
    }

    private static boolean given(JsonNode answer, String name) {
        return answer.hasNonNull(name);
    }
}
