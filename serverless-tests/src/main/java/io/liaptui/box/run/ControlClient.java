package io.liaptui.box.run;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;

/** Gives one command to the running box. */
final class ControlClient {
    private static final Duration LIMIT = Duration.ofSeconds(180);
    private final Path file;

    ControlClient(Path file) {
        this.file = file;
    }

    /**
     * The box's answer.
     *
     * @throws BoxFailure if it refuses or cannot be reached
     */
    String ask(String path) throws InterruptedException {
        ControlFile control =
                ControlFile.read(file).orElseThrow(() -> new BoxFailure("The box is still starting, or stopping."));
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + control.port() + path))
                            .header(Control.TOKEN, control.token())
                            .timeout(LIMIT)
                            .POST(HttpRequest.BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                return answer.body();
            }
            throw new BoxFailure(answer.body());
        } catch (IOException e) {
            throw new BoxFailure("The box does not answer: " + e.getMessage() + ". End it with ./liap down.", e);
        }
    }
}
