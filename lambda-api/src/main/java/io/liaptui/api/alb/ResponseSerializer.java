package io.liaptui.api.alb;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.ResolvableSerializer;
import java.io.IOException;

/** Answers whoever asked in that one's form. */
final class ResponseSerializer extends JsonSerializer<APIGatewayV2HTTPResponse> implements ResolvableSerializer {
    private final JsonSerializer<Object> functionUrl;

    @SuppressWarnings("unchecked") // the bean serializer of this very type, which Jackson types as unknown
    ResponseSerializer(JsonSerializer<?> functionUrl) {
        this.functionUrl = (JsonSerializer<Object>) functionUrl;
    }

    @Override
    public void resolve(SerializerProvider provider) throws JsonMappingException {
        if (functionUrl instanceof ResolvableSerializer resolvable) {
            resolvable.resolve(provider);
        }
    }

    @Override
    public void serialize(APIGatewayV2HTTPResponse response, JsonGenerator json, SerializerProvider provider)
            throws IOException {
        if (response instanceof AlbResponse alb) {
            AlbWriter.write(alb, json);
        } else {
            functionUrl.serialize(response, json, provider);
        }
    }
}
