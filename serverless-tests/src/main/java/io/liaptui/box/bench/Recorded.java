package io.liaptui.box.bench;

import io.liaptui.box.run.BoxFailure;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What the function answers, byte by byte, for somebody else to answer the same. */
final class Recorded {
    private static final long LIMIT_SECONDS = 20;

    private final Vertx vertx;
    private final URI door;

    Recorded(Vertx vertx, URI door) {
        this.vertx = vertx;
        this.door = door;
    }

    /** The bodies as they were sent, by path and query. */
    Map<String, byte[]> answers(Requests requests) {
        HttpClient client = vertx.createHttpClient(new HttpClientOptions().setDecompressionSupported(false));
        Map<String, byte[]> answers = new LinkedHashMap<>();
        requests.paths().forEach(path -> answers.put(path, body(client, path)));
        client.close();
        return answers;
    }

    private byte[] body(HttpClient client, String path) {
        return client.request(HttpMethod.GET, door.getPort(), door.getHost(), path)
                .compose(request -> request.putHeader("Accept-Encoding", "gzip").send())
                .compose(answer -> answer.statusCode() == 200
                        ? answer.body()
                        : io.vertx.core.Future.failedFuture(
                                new BoxFailure(path + " was answered with " + answer.statusCode() + ".")))
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS)
                .join()
                .getBytes();
    }
}
