package io.liaptui.box.front;

import io.liaptui.box.front.rules.HealthCheck;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;

/** Asks a target once how it is, on a connection of its own. */
final class HealthProbe {
    private final HttpClient client;
    private final HealthCheck check;
    private final int timeoutMillis;

    HealthProbe(Vertx vertx, HealthCheck check, Times times) {
        this.client = vertx.createHttpClient(new HttpClientOptions().setKeepAlive(false));
        this.check = check;
        this.timeoutMillis = times.millis(check.timeout());
    }

    /** Refuses what is not {@code http://host:port}. */
    static void checkForm(URI target) {
        boolean bare = target.getRawPath() == null || target.getRawPath().isEmpty();
        if (!"http".equals(target.getScheme()) || target.getHost() == null || target.getPort() <= 0 || !bare) {
            throw new IllegalArgumentException("a target is http://host:port, but this is " + target);
        }
    }

    /** Fails with the reason if the check is not passed. */
    Future<Void> ask(String host, int port) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost(host)
                .setPort(port)
                .setURI(check.path())
                .setConnectTimeout(timeoutMillis)
                .setIdleTimeout(timeoutMillis)
                .putHeader(HttpHeaders.USER_AGENT, "ELB-HealthChecker/2.0");
        return client.request(options)
                .compose(request -> request.send())
                .compose(response -> response.end().map(response))
                .compose(this::judge);
    }

    void close() {
        client.close();
    }

    private Future<Void> judge(HttpClientResponse response) {
        return check.isGood(response.statusCode())
                ? Future.succeededFuture()
                : Future.failedFuture("health check answered " + response.statusCode());
    }
}
