package io.liaptui.box.front;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;

/** Keeps the events that it gets and returns the envelope that it was told to return. */
final class TestFunction implements LambdaTarget {
    static final String OK = """
            {"statusCode":200,"statusDescription":"200 OK","isBase64Encoded":false,"body":"{}",
             "multiValueHeaders":{"Content-Type":["application/json"]}}""";

    private static final JsonMapper JSON = new JsonMapper();

    final BlockingQueue<JsonNode> events = new LinkedBlockingQueue<>();
    volatile CompletionStage<LambdaAnswer> answer = returning(OK);

    static CompletionStage<LambdaAnswer> returning(String envelope) {
        return CompletableFuture.completedStage(
                new LambdaAnswer.Payload(envelope.getBytes(StandardCharsets.UTF_8), false));
    }

    @Override
    public CompletionStage<LambdaAnswer> invoke(byte[] event) {
        try {
            events.add(JSON.readTree(event));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answer;
    }
}
