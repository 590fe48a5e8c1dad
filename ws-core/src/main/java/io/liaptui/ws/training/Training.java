package io.liaptui.ws.training;

import io.quarkus.runtime.Quarkus;
import io.quarkus.vertx.http.HttpServerStart;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Plays some games through this node's own sockets, as browsers would, and ends the process: exit code 0 if all games came
 * to their end, 1 if not. Does nothing unless {@code liap.training} is on, which the profile of that name says.
 */
@Singleton
final class Training {
    private static final Logger LOG = Logger.getLogger(Training.class);
    private static final int TABLES = 12;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Vertx vertx;
    private final boolean on;

    @Inject
    Training(Vertx vertx, @ConfigProperty(name = "liap.training", defaultValue = "false") boolean on) {
        this.vertx = vertx;
        this.on = on;
    }

    void begin(@ObservesAsync HttpServerStart server) {
        if (!on) {
            return;
        }
        WebSocketClient client = vertx.createWebSocketClient();
        Future.all(IntStream.range(0, TABLES)
                        .mapToObj(number ->
                                new TrainingTable(client, server.options().getPort(), "Trainee " + number).play())
                        .toList())
                .timeout(LIMIT.toSeconds(), TimeUnit.SECONDS)
                .onSuccess(_ -> {
                    LOG.infof("Trained with %d games", TABLES);
                    Quarkus.asyncExit();
                })
                .onFailure(failure -> {
                    LOG.error("The training failed", failure);
                    // An orderly end would say that all went well
                    Runtime.getRuntime().halt(1);
                });
    }
}
