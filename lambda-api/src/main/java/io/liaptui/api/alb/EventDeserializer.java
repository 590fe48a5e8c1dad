package io.liaptui.api.alb;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.ResolvableDeserializer;
import java.io.IOException;

/** Tells the two kinds of event apart by {@code requestContext.elb}, which only a balancer's has. */
final class EventDeserializer extends JsonDeserializer<APIGatewayV2HTTPEvent> implements ResolvableDeserializer {
    private final AlbReader reader;
    private final JsonDeserializer<?> functionUrl;

    EventDeserializer(AlbReader reader, JsonDeserializer<?> functionUrl) {
        this.reader = reader;
        this.functionUrl = functionUrl;
    }

    @Override
    public void resolve(DeserializationContext context) throws JsonMappingException {
        if (functionUrl instanceof ResolvableDeserializer resolvable) {
            resolvable.resolve(context);
        }
    }

    @Override
    public APIGatewayV2HTTPEvent deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonNode event = context.readTree(parser);
        if (AlbReader.isAlb(event)) {
            return reader.read(event);
        }
        try (JsonParser again = event.traverse(parser.getCodec())) {
            again.nextToken();
            return (APIGatewayV2HTTPEvent) functionUrl.deserialize(again, context);
        }
    }
}
