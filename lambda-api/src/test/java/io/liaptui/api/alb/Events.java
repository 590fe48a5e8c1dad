package io.liaptui.api.alb;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Events as AWS sends them, and the mapper as the Lambda extension sets it up. */
final class Events {
    private final ObjectMapper mapper;

    Events(int trustedHops) {
        mapper = JsonMapper.builder()
                .enable(com.fasterxml.jackson.databind.MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .addModule(new AlbModule(() -> trustedHops))
                .build();
    }

    static String text(String name) {
        try (InputStream in = Events.class.getResourceAsStream("/events/" + name + ".json")) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    APIGatewayV2HTTPEvent read(String name) {
        return parse(text(name));
    }

    APIGatewayV2HTTPEvent parse(String text) {
        try {
            return mapper.readerFor(APIGatewayV2HTTPEvent.class).readValue(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What goes back to AWS when the application answers this to that event. */
    JsonNode answer(APIGatewayV2HTTPEvent event, APIGatewayV2HTTPResponse response) {
        try {
            APIGatewayV2HTTPResponse decorated =
                    new AlbDecorator((request, context) -> response).handleRequest(event, null);
            return mapper.readTree(
                    mapper.writerFor(APIGatewayV2HTTPResponse.class).writeValueAsString(decorated));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
