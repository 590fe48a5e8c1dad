package io.liaptui.box.front;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.liaptui.box.front.rules.RulesFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the function gets and what the client gets back, with multi-value headers; timeout 300 ms by the scale. */
final class LambdaForwardTest {
    private Site site;
    private RawClient client;

    @BeforeEach
    void start(@TempDir Path directory) throws Exception {
        RulesFile rules = new RulesFile().with("/functions/rest/timeout", "30");
        site = new Site(rules.parse(), directory, 0.01, 0);
        client = site.connect();
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        site.close();
    }

    private JsonNode event() throws InterruptedException {
        JsonNode event = site.function.events.poll(15, TimeUnit.SECONDS);
        assertThat(event).isNotNull();
        return event;
    }

    @Test
    void theEventHoldsTheRequest() throws Exception {
        client.ask("GET /api/%7Bx%7D?b=2&a=1&a=%20+&flag&=v&e=", "X-Two: 1", "x-two: 2", "Accept: */*");

        JsonNode event = event();
        assertThat(event.at("/requestContext/elb/targetGroupArn").textValue())
                .startsWith("arn:aws:elasticloadbalancing:");
        assertThat(event.get("httpMethod").textValue()).isEqualTo("GET");
        assertThat(event.get("path").textValue()).isEqualTo("/api/%7Bx%7D");
        assertThat(event.get("multiValueQueryStringParameters"))
                .hasToString("{\"b\":[\"2\"],\"a\":[\"1\",\"%20+\"],\"flag\":[\"\"],\"\":[\"v\"],\"e\":[\"\"]}");
        assertThat(event.at("/multiValueHeaders/x-two")).hasToString("[\"1\",\"2\"]");
        assertThat(event.at("/multiValueHeaders/host")).hasToString("[\"play.example\"]");
        assertThat(event.at("/multiValueHeaders/x-forwarded-for")).hasToString("[\"127.0.0.1\"]");
        assertThat(event.at("/multiValueHeaders/x-forwarded-proto")).hasToString("[\"http\"]");
        assertThat(event.at("/multiValueHeaders/x-amzn-trace-id/0").textValue()).startsWith("Root=1-");
        assertThat(event.get("body").textValue()).isEmpty();
        assertThat(event.get("isBase64Encoded").booleanValue()).isFalse();
        assertThat(event.has("headers") || event.has("queryStringParameters")).isFalse();
    }

    @Test
    void headerNamesAreLowerCaseAndThoseOfOneHopAreMissing() throws Exception {
        client.ask("GET /api/x", "X-MixedCase: V", "Connection: keep-alive", "TE: trailers");

        JsonNode headers = event().get("multiValueHeaders");
        assertThat(headers.fieldNames())
                .toIterable()
                .contains("x-mixedcase")
                .doesNotContain("X-MixedCase", "connection", "te");
    }

    @ParameterizedTest(name = "{0} {1}: base64 {2}")
    @CsvSource({
        "text/plain, -, false",
        "text/csv; charset=utf-8, -, false",
        "application/json, -, false",
        "Application/JSON;charset=utf-8, -, false",
        "application/javascript, -, false",
        "application/xml, -, false",
        "application/octet-stream, -, true",
        "application/x-www-form-urlencoded, -, true",
        "image/svg+xml, -, true",
        "application/json, gzip, true",
        "-, -, true",
    })
    void theBodyIsTextOrBase64ByItsType(String type, String encoding, boolean base64) throws Exception {
        byte[] body = "Grüße".getBytes(StandardCharsets.UTF_8);
        String[] headers = type.equals("-")
                ? new String[0]
                : encoding.equals("-")
                        ? new String[] {"Content-Type: " + type}
                        : new String[] {"Content-Type: " + type, "Content-Encoding: " + encoding};

        client.post("/api/x", body, headers);

        JsonNode event = event();
        assertThat(event.get("isBase64Encoded").booleanValue()).isEqualTo(base64);
        assertThat(event.get("body").textValue())
                .isEqualTo(base64 ? Base64.getEncoder().encodeToString(body) : "Grüße");
    }

    @Test
    void theAnswerBecomesTheResponse() throws Exception {
        site.function.answer = TestFunction.returning("""
                {"statusCode":201,"statusDescription":"201 Made Up","isBase64Encoded":false,"body":"{\\"ä\\":1}",
                 "multiValueHeaders":{"Content-Type":["application/json"],"Set-Cookie":["a=1","b=2"],
                 "Content-Length":["999"],"Transfer-Encoding":["chunked"],"Connection":["close"]}}""");

        RawClient.Reply reply = client.ask("GET /api/x");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.reason()).isEqualTo("Made Up");
        assertThat(reply.body()).isEqualTo("{\"ä\":1}");
        assertThat(reply.headers().get("Set-Cookie")).containsExactly("a=1", "b=2");
        assertThat(reply.header("Content-Length")).isEqualTo("8");
        assertThat(reply.headers()).doesNotContainKeys("Transfer-Encoding", "Connection", "X-Box-Cold-Start");
        assertThat(client.ask("GET /ws").status()).isEqualTo(426);
    }

    @Test
    void base64BecomesBytes() throws Exception {
        byte[] image = {(byte) 0x89, 'P', 'N', 'G', 0, (byte) 0xff};
        site.function.answer = TestFunction.returning("{\"statusCode\":200,\"isBase64Encoded\":true,\"body\":\""
                + Base64.getEncoder().encodeToString(image) + "\"}");

        assertThat(client.ask("GET /api/x").bytes()).isEqualTo(image);
    }

    @Test
    void answersWithoutABodyKeepTheConnectionInStep() throws Exception {
        assertThat(client.ask("HEAD /api/x").header("Content-Length")).isEqualTo("2");
        site.function.answer = TestFunction.returning("{\"statusCode\":204}");
        assertThat(client.ask("DELETE /api/x").status()).isEqualTo(204);
        site.function.answer =
                TestFunction.returning("{\"statusCode\":304,\"multiValueHeaders\":{\"ETag\":[\"\\\"1\\\"\"]}}");
        assertThat(client.ask("GET /api/x").header("ETag")).isEqualTo("\"1\"");
        assertThat(client.ask("GET /ws").body()).startsWith("This address speaks WebSocket");
    }

    @Test
    void aColdAnswerSaysSo() throws Exception {
        site.function.answer = CompletableFuture.completedStage(
                new LambdaAnswer.Payload(TestFunction.OK.getBytes(StandardCharsets.UTF_8), true));

        assertThat(client.ask("GET /api/x").header("X-Box-Cold-Start")).isEqualTo("true");
    }

    @Test
    void aBodyOverOneMegabyteIs413AndNoInvocation() throws Exception {
        byte[] most = new byte[1024 * 1024];
        byte[] more = new byte[most.length + 1];

        assertThat(client.post("/api/x", most).status()).isEqualTo(200);
        assertThat(client.post("/api/x", more).status()).isEqualTo(413);
        client.send("POST /api/x", "Transfer-Encoding: chunked");
        client.write("100001\r\n".getBytes(StandardCharsets.US_ASCII));
        client.write(more);
        client.write("\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(client.reply(false).status()).isEqualTo(413);

        assertThat(site.function.events).hasSize(1);
        assertThat(client.ask("GET /ws").status()).isEqualTo(426);
    }

    @Test
    void anAnswerOverOneMegabyteIs502() throws Exception {
        String frame = "{\"statusCode\":200,\"body\":\"\"}";
        String most = "x".repeat(1024 * 1024 - frame.length());
        site.function.answer = TestFunction.returning("{\"statusCode\":200,\"body\":\"" + most + "\"}");
        assertThat(client.ask("GET /api/x").bytes()).hasSize(most.length());

        site.function.answer = TestFunction.returning("{\"statusCode\":200,\"body\":\"" + most + "x\"}");
        RawClient.Reply reply = client.ask("GET /api/x");

        assertThat(reply.status()).isEqualTo(502);
        assertThat(reply.body()).isEqualTo("Bad answer of the function: it has 1048577 bytes; at most 1 MB");
    }

    @Test
    void aFailingFunctionIs502() throws Exception {
        site.function.answer =
                CompletableFuture.completedStage(new LambdaAnswer.FunctionError("Runtime.ExitError", "exit 1"));
        RawClient.Reply error = client.ask("GET /api/x");
        assertThat(error.status()).isEqualTo(502);
        assertThat(error.body()).contains("Runtime.ExitError");

        site.function.answer = CompletableFuture.failedStage(new IllegalStateException("no runtime"));
        assertThat(client.ask("GET /api/x").status()).isEqualTo(502);
    }

    @Test
    void aLateFunctionIs504() throws Exception {
        site.function.answer = CompletableFuture.completedStage(new LambdaAnswer.TimedOut());
        assertThat(client.ask("GET /api/x").status()).isEqualTo(504);

        site.function.answer = new CompletableFuture<>();
        assertThat(client.ask("GET /api/x").status()).isEqualTo(504);
        assertThat(client.ask("GET /ws").status()).isEqualTo(426);
    }
}
