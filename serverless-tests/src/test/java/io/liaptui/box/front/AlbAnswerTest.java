package io.liaptui.box.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AlbAnswerTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                                             | not a JSON object",
                "{                                                              | not JSON",
                "null                                                           | not a JSON object",
                "\"text\"                                                       | not a JSON object",
                "{\"body\":\"x\"}                                               | statusCode must be a number from 200 to 599, but is missing",
                "{\"statusCode\":\"200\"}                                       | statusCode must be a number",
                "{\"statusCode\":101}                                           | statusCode must be a number",
                "{\"statusCode\":600}                                           | statusCode must be a number",
                "{\"statusCode\":200.5}                                         | statusCode must be a number",
                "{\"statusCode\":200,\"body\":{}}                               | body must be a string",
                "{\"statusCode\":200,\"statusDescription\":1}                   | statusDescription must be a string",
                "{\"statusCode\":200,\"isBase64Encoded\":\"true\"}              | isBase64Encoded must be true or false",
                "{\"statusCode\":200,\"isBase64Encoded\":true,\"body\":\"%\"}   | body is not Base64",
                "{\"statusCode\":200,\"headers\":{\"a\":\"b\"}}                 | it has headers, but this target group takes multiValueHeaders",
                "{\"statusCode\":200,\"multiValueHeaders\":[]}                  | multiValueHeaders must be an object",
                "{\"statusCode\":200,\"multiValueHeaders\":{\"a\":\"b\"}}       | the value of multiValueHeaders a is not a list",
                "{\"statusCode\":200,\"multiValueHeaders\":{\"a\":[1]}}         | the value of header a is not a string",
                "{\"statusCode\":200,\"multiValueHeaders\":{\"a\":[null]}}      | the value of header a is not a string",
                "{\"statusCode\":200,\"multiValueHeaders\":{\"a b\":[\"c\"]}}   | \"a b\" is no name of a header",
                "{\"statusCode\":200,\"multiValueHeaders\":{\"a\":[\"b\\r\\nc: d\"]}} | not a string of one line",
            })
    void refusesWhatALoadBalancerRefuses(String json, String reason) {
        assertThatThrownBy(() -> parse(json, true))
                .isInstanceOf(BadAnswer.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"statusCode\":200,\"headers\":{\"a\":1}}       | the value of header a is not a string",
                "{\"statusCode\":200,\"headers\":{\"a\":[\"b\"]}} | the value of header a is not a string",
                "{\"statusCode\":200,\"multiValueHeaders\":{}}    | it has multiValueHeaders, but this target group takes headers",
            })
    void refusesTheSameInSingleValueForm(String json, String reason) {
        assertThatThrownBy(() -> parse(json, false))
                .isInstanceOf(BadAnswer.class)
                .hasMessageContaining(reason);
    }

    @Test
    void ofBothFormsItTakesTheOneOfTheGroup() throws BadAnswer {
        String both = "{\"statusCode\":200,\"headers\":{\"a\":\"1\"},\"multiValueHeaders\":{\"a\":[\"1\",\"2\"]}}";

        assertThat(parse(both, false).headers()).containsExactly(new AlbAnswer.Header("a", "1"));
        assertThat(parse(both, true).headers())
                .containsExactly(new AlbAnswer.Header("a", "1"), new AlbAnswer.Header("a", "2"));
    }

    private static AlbAnswer parse(String json, boolean multi) throws BadAnswer {
        return AlbAnswer.parse(json.getBytes(StandardCharsets.UTF_8), multi);
    }
}
