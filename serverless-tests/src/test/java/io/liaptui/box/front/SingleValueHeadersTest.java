package io.liaptui.box.front;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.liaptui.box.front.rules.RulesFile;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The form of events and answers that a load balancer uses unless told otherwise. */
final class SingleValueHeadersTest {
    private Site site;
    private RawClient client;

    @BeforeEach
    void start(@TempDir Path directory) throws Exception {
        RulesFile rules = new RulesFile().with("/target_groups/rest/lambda_multi_value_headers_enabled", "false");
        site = new Site(rules.parse(), directory, 1, 0);
        client = site.connect();
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        site.close();
    }

    @Test
    void theLastValueWins() throws Exception {
        client.ask("GET /api/x?a=1&a=2&b", "X-Two: 1", "X-Two: 2");

        JsonNode event = site.function.events.poll(15, TimeUnit.SECONDS);
        assertThat(event).isNotNull();
        assertThat(event.get("queryStringParameters")).hasToString("{\"a\":\"2\",\"b\":\"\"}");
        assertThat(event.at("/headers/x-two").textValue()).isEqualTo("2");
        assertThat(event.has("multiValueHeaders") || event.has("multiValueQueryStringParameters"))
                .isFalse();
    }

    @Test
    void withoutAQueryTheParametersAreEmpty() throws Exception {
        client.ask("GET /api/x");

        JsonNode event = site.function.events.poll(15, TimeUnit.SECONDS);
        assertThat(event).isNotNull();
        assertThat(event.get("queryStringParameters")).hasToString("{}");
    }

    @Test
    void theAnswerHasSingleValues() throws Exception {
        site.function.answer =
                TestFunction.returning("{\"statusCode\":200,\"headers\":{\"X-One\":\"1\"},\"body\":\"b\"}");

        RawClient.Reply reply = client.ask("GET /api/x");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("X-One")).isEqualTo("1");
    }

    @Test
    void anAnswerInTheOtherFormIs502() throws Exception {
        RawClient.Reply reply = client.ask("GET /api/x");

        assertThat(reply.status()).isEqualTo(502);
        assertThat(reply.body())
                .isEqualTo("Bad answer of the function: it has multiValueHeaders, but this target group takes headers");
    }
}
