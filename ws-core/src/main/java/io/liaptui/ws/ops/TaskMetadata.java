package io.liaptui.ws.ops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * Reads the task metadata endpoint of ECS, version 4: task id, revision of the task definition (which rises with each
 * deployment), zone and address.
 */
final class TaskMetadata {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int TRIES = 3;
    private static final ObjectMapper JSON = new ObjectMapper();

    private TaskMetadata() {}

    /**
     * Blocks, for some seconds at most.
     *
     * @throws IllegalStateException if there is no answer, or one without what is needed
     */
    static Whereabouts read(URI task) {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpRequest request = HttpRequest.newBuilder(task).timeout(PATIENCE).build();
            for (int attempt = 1; ; attempt++) {
                try {
                    return parse(client.send(request, HttpResponse.BodyHandlers.ofString()));
                } catch (IOException e) {
                    if (attempt == TRIES) {
                        throw new IllegalStateException("no answer from " + task + ": " + e, e);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static Whereabouts parse(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() != 200) {
            throw new IOException("status " + answer.statusCode());
        }
        JsonNode json = JSON.readTree(answer.body());
        String arn = json.path("TaskARN").asText();
        long revision = json.path("Revision").asLong(-1);
        if (arn.isEmpty() || revision < 0) {
            throw new IllegalStateException("no TaskARN or no Revision in it");
        }
        return new Whereabouts(
                arn.substring(arn.lastIndexOf('/') + 1),
                revision,
                address(json),
                json.path("AvailabilityZone").asText());
    }

    /** Every container of a Fargate task has the address of the task. */
    private static String address(JsonNode task) {
        for (JsonNode container : task.path("Containers")) {
            for (JsonNode network : container.path("Networks")) {
                String address = network.path("IPv4Addresses").path(0).asText();
                if (!address.isEmpty()) {
                    return address;
                }
            }
        }
        return "";
    }
}
