package io.liaptui.box.bench;

import io.liaptui.box.run.BoxFailure;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Many requests to the peer, one after the other, as {@link FunctionBench} asks the function. */
final class PeerBench {
    private static final long LIMIT_SECONDS = 20;

    private final Vertx vertx;

    PeerBench(Vertx vertx) {
        this.vertx = vertx;
    }

    /**
     * What was measured.
     *
     * @param cpuMillis processor time per warm request
     */
    record Result(Times warm, double cpuMillis, double residentMb) {}

    Result run(PeerProcess peer, Requests requests, int count) throws IOException {
        HttpClient client = vertx.createHttpClient();
        for (int i = 0; i < FunctionBench.WARM_UP; i++) {
            ask(client, peer.uri(), requests.path(i));
        }
        Duration before = peer.cpu();
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            times.add(ask(client, peer.uri(), requests.path(i)));
        }
        Duration spent = peer.cpu().minus(before);
        client.close();
        return new Result(Times.of(times), spent.toNanos() / 1e6 / count, peer.residentMb());
    }

    private static long ask(HttpClient client, URI uri, String path) {
        long begin = System.nanoTime();
        int status = client.request(HttpMethod.GET, uri.getPort(), uri.getHost(), path)
                .compose(request -> request.send())
                .compose(answer -> answer.body().map(body -> answer.statusCode()))
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS)
                .join();
        long took = System.nanoTime() - begin;
        if (status != 200) {
            throw new BoxFailure("The peer answered " + path + " with " + status + ".");
        }
        return took;
    }
}
