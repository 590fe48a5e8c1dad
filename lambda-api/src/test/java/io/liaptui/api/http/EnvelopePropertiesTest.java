package io.liaptui.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What is counted is what is sent. */
class EnvelopePropertiesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Property(tries = 500)
    void aTextWeighsWhatJsonMakesOfIt(@ForAll String any) throws JsonProcessingException {
        // Halves of characters cannot be sent at all
        String text = new String(any.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertThat(Envelope.weight(text)).isEqualTo(JSON.writeValueAsBytes(text).length - 2);
    }

    @Example
    void everyCharacterBelowTheLettersWeighsWhatJsonMakesOfIt() throws JsonProcessingException {
        for (char c = 0; c < 0x100; c++) {
            String text = String.valueOf(c);
            assertThat(Envelope.weight(text)).as("%x", (int) c).isEqualTo(JSON.writeValueAsBytes(text).length - 2);
        }
    }

    @Example
    void anAnswerIsTooLongByWhatItWeighs() {
        assertThat(text("a".repeat(999_000)).isTooLong()).isFalse();
        assertThat(text("a".repeat(1_000_001)).isTooLong()).isTrue();
        assertThat(text("\"".repeat(499_000)).isTooLong()).isFalse();
        assertThat(text("\"".repeat(500_001)).isTooLong()).isTrue();
        assertThat(text("象".repeat(333_000)).isTooLong()).isFalse();
        assertThat(text("象".repeat(333_400)).isTooLong()).isTrue();
    }

    @Example
    void anEncodedAnswerIsTooLongByItsBase64() {
        Answer answer = text("");
        answer.encoded(new byte[749_000], "gzip");
        assertThat(answer.isTooLong()).isFalse();
        answer.encoded(new byte[750_001], "gzip");
        assertThat(answer.isTooLong()).isTrue();
    }

    @Example
    void headersCountToo() {
        Answer answer = text("a".repeat(999_000));
        answer.set("Link", "x".repeat(1_500));
        assertThat(answer.isTooLong()).isTrue();
    }

    private static Answer text(String body) {
        APIGatewayV2HTTPResponse response = new APIGatewayV2HTTPResponse();
        response.setStatusCode(200);
        response.setHeaders(Map.of());
        response.setBody(body);
        return Answer.of(response);
    }
}
