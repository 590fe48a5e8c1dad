package io.liaptui.api.alb;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerFormsTest {
    private final Events events = new Events(1);

    private static APIGatewayV2HTTPResponse response() {
        APIGatewayV2HTTPResponse response = new APIGatewayV2HTTPResponse();
        response.setStatusCode(404);
        response.setHeaders(Map.of("Content-Type", "application/problem+json"));
        response.setCookies(List.of("a=1; Path=/", "b=2; Path=/"));
        response.setBody("{}");
        return response;
    }

    @Test
    void multiValueModeGetsArraysAndNothingElse() {
        JsonNode answer = events.answer(events.read("alb-multi-get"), response());
        assertThat(answer.get("statusCode").asInt()).isEqualTo(404);
        assertThat(answer.get("statusDescription").asText()).isEqualTo("404 Not Found");
        assertThat(answer.at("/multiValueHeaders/Content-Type/0").asText()).isEqualTo("application/problem+json");
        assertThat(answer.at("/multiValueHeaders/Set-Cookie").toString())
                .isEqualTo("[\"a=1; Path=/\",\"b=2; Path=/\"]");
        assertThat(answer.has("headers")).isFalse();
        assertThat(answer.has("cookies")).isFalse();
        assertThat(answer.get("body").asText()).isEqualTo("{}");
    }

    @Test
    void singleValueModeGetsTextsAndOneCookie() {
        JsonNode answer = events.answer(events.read("alb-single-get"), response());
        assertThat(answer.at("/headers/Content-Type").asText()).isEqualTo("application/problem+json");
        assertThat(answer.at("/headers/Set-Cookie").asText()).isEqualTo("a=1; Path=/");
        assertThat(answer.has("multiValueHeaders")).isFalse();
    }

    @Test
    void aFunctionUrlGetsItsOwnForm() {
        JsonNode answer = events.answer(events.read("url-get"), response());
        assertThat(answer.get("statusCode").asInt()).isEqualTo(404);
        assertThat(answer.get("cookies").toString()).isEqualTo("[\"a=1; Path=/\",\"b=2; Path=/\"]");
        assertThat(answer.at("/headers/Content-Type").asText()).isEqualTo("application/problem+json");
        assertThat(answer.has("statusDescription")).isFalse();
    }

    @Test
    void aBinaryAnswerIsMarked() {
        APIGatewayV2HTTPResponse response = new APIGatewayV2HTTPResponse();
        response.setStatusCode(200);
        response.setBody("AAH/gA==");
        response.setIsBase64Encoded(true);
        JsonNode answer = events.answer(events.read("alb-multi-get"), response);
        assertThat(answer.get("isBase64Encoded").asBoolean()).isTrue();
        assertThat(answer.get("body").asText()).isEqualTo("AAH/gA==");
        assertThat(answer.get("statusDescription").asText()).isEqualTo("200 OK");
    }

    @Test
    void anAnswerWithoutBodyHasAnEmptyOne() {
        APIGatewayV2HTTPResponse response = new APIGatewayV2HTTPResponse();
        response.setStatusCode(204);
        JsonNode answer = events.answer(events.read("alb-multi-head"), response);
        assertThat(answer.get("body").isTextual()).isTrue();
        assertThat(answer.get("body").asText()).isEmpty();
    }
}
