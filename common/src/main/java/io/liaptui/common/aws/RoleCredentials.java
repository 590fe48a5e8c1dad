package io.liaptui.common.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The credentials of the role of this task or function, fetched anew before they end. Where AWS puts them: an address of
 * the container ({@code AWS_CONTAINER_CREDENTIALS_…}: tasks of ECS, functions started from a snapshot), else the
 * environment ({@code AWS_ACCESS_KEY_ID} …: other functions, laptops).
 *
 * <p>Threading: any thread; {@link #now} may block for some seconds. Errors: {@link UncheckedIOException} if they cannot be
 * fetched, {@link IllegalStateException} if there are none.
 */
public final class RoleCredentials {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /** So long before their end they are fetched anew. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private static final String TASK_HOST = "http://169.254.170.2";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> environment;
    private final InstantSource clock;
    private @Nullable Credentials last;

    /**
     * @param environment of the process: {@link System#getenv()}
     */
    public RoleCredentials(Map<String, String> environment, InstantSource clock) {
        this.environment = Map.copyOf(environment);
        this.clock = clock;
    }

    /** Good for some minutes at least. */
    public synchronized Credentials now() {
        Credentials known = last;
        if (known == null || known.until().filter(this::isNear).isPresent()) {
            known = fetch();
            last = known;
        }
        return known;
    }

    private boolean isNear(Instant end) {
        return end.minus(MARGIN).isBefore(clock.instant());
    }

    private Credentials fetch() {
        String relative = environment.get("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI");
        String full = environment.get("AWS_CONTAINER_CREDENTIALS_FULL_URI");
        if (relative != null || full != null) {
            return fetch(URI.create(relative != null ? TASK_HOST + relative : full));
        }
        String id = environment.get("AWS_ACCESS_KEY_ID");
        String secret = environment.get("AWS_SECRET_ACCESS_KEY");
        if (id == null || secret == null) {
            throw new IllegalStateException("This process has no AWS credentials: it is neither a task nor a function"
                    + " with a role, and AWS_ACCESS_KEY_ID is not set.");
        }
        return new Credentials(id, secret, Optional.ofNullable(environment.get("AWS_SESSION_TOKEN")), Optional.empty());
    }

    private Credentials fetch(URI address) {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(PATIENCE);
            Optional<String> proof = proof();
            proof.ifPresent(value -> request.header("Authorization", value));
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("the credentials of the role were refused: status " + answer.statusCode());
            }
            JsonNode json = JSON.readTree(answer.body());
            return new Credentials(
                    json.path("AccessKeyId").asText(),
                    json.path("SecretAccessKey").asText(),
                    Optional.of(json.path("Token").asText()),
                    Optional.of(Instant.parse(json.path("Expiration").asText())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private Optional<String> proof() throws IOException {
        String file = environment.get("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE");
        return file == null
                ? Optional.ofNullable(environment.get("AWS_CONTAINER_AUTHORIZATION_TOKEN"))
                : Optional.of(Files.readString(Path.of(file)).strip());
    }
}
