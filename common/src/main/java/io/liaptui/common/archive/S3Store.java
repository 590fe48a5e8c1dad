package io.liaptui.common.archive;

import io.liaptui.common.aws.Credentials;
import io.liaptui.common.aws.RoleCredentials;
import io.liaptui.common.aws.Signer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A bucket of S3, with the rights of this task's or function's role. */
public final class S3Store implements ArchiveStore {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Pattern KEY = Pattern.compile("<Key>([^<]+)</Key>");
    private static final Pattern FOLDER = Pattern.compile("<CommonPrefixes><Prefix>([^<]+)/</Prefix></CommonPrefixes>");
    private static final Pattern MORE = Pattern.compile("<NextContinuationToken>([^<]+)</NextContinuationToken>");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final URI bucket;
    private final Signer signer;
    private final RoleCredentials role;
    private final InstantSource clock;
    private final Executor worker;

    /**
     * @param bucket its address without a slash at the end, such as {@code https://games.s3.eu-west-1.amazonaws.com}
     * @param worker threads that may be blocked
     */
    public S3Store(URI bucket, String region, RoleCredentials role, InstantSource clock, Executor worker) {
        this.bucket = bucket;
        this.signer = new Signer(region, "s3");
        this.role = role;
        this.clock = clock;
        this.worker = worker;
    }

    @Override
    public CompletionStage<Void> put(String name, byte[] bytes) {
        ArchiveNames.check(name);
        return run(() -> {
            Map<String, String> headers =
                    Map.of("content-type", "application/gzip", "x-amz-content-sha256", Signer.hash(bytes));
            expect(send("PUT", "/" + name, headers, bytes), 200);
            return null;
        });
    }

    @Override
    public CompletionStage<Optional<byte[]>> get(String name) {
        ArchiveNames.check(name);
        return run(() -> {
            HttpResponse<byte[]> answer = send("GET", "/" + name, nothing(), null);
            if (answer.statusCode() == 404) {
                return Optional.empty();
            }
            return Optional.of(expect(answer, 200));
        });
    }

    @Override
    public CompletionStage<List<String>> list(String folder) {
        ArchiveNames.check(folder);
        return run(() -> {
            List<String> names = new ArrayList<>();
            Optional<String> next = Optional.empty();
            do {
                String page = next.map(token -> "continuation-token=" + Signer.encode(token) + "&")
                        .orElse("");
                String query = "/?" + page + "delimiter=%2F&list-type=2&prefix=" + Signer.encode(folder + "/");
                String xml = new String(expect(send("GET", query, nothing(), null), 200), StandardCharsets.UTF_8);
                KEY.matcher(xml).results().map(found -> found.group(1)).forEach(names::add);
                FOLDER.matcher(xml).results().map(found -> found.group(1)).forEach(names::add);
                Matcher more = MORE.matcher(xml);
                next = more.find() ? Optional.of(more.group(1)) : Optional.empty();
            } while (next.isPresent());
            return names.stream().sorted().toList();
        });
    }

    private HttpResponse<byte[]> send(String method, String path, Map<String, String> headers, byte @Nullable [] body)
            throws IOException {
        URI uri = URI.create(bucket + path);
        Credentials who = role.now();
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        signer.headers(method, uri, headers, headers.getOrDefault("x-amz-content-sha256", ""), who, clock.instant())
                .forEach(request::header);
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static Map<String, String> nothing() {
        return Map.of("x-amz-content-sha256", Signer.hashOfNothing());
    }

    private byte[] expect(HttpResponse<byte[]> answer, int status) throws IOException {
        if (answer.statusCode() != status) {
            throw new IOException("the archive " + bucket + " answered " + answer.statusCode() + " to "
                    + answer.request().method() + " " + answer.request().uri().getPath());
        }
        return answer.body();
    }

    private interface Io<T> {
        T run() throws IOException;
    }

    private <T> CompletionStage<T> run(Io<T> io) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return io.run();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                worker);
    }
}
