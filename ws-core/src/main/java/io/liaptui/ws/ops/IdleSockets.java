package io.liaptui.ws.ops;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/**
 * Drops connections from which nothing was read for {@value #READ_IDLE_SECONDS} s. Pings alone keep a dead peer open,
 * since the usual idle time-out counts what is written; clients answer pings, so living ones are heard in time.
 */
@Singleton
final class IdleSockets implements HttpServerOptionsCustomizer {
    private static final int READ_IDLE_SECONDS = 75;

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        limit(options);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        limit(options);
    }

    private static void limit(HttpServerOptions options) {
        options.setIdleTimeoutUnit(TimeUnit.SECONDS);
        options.setIdleTimeout(0);
        options.setReadIdleTimeout(READ_IDLE_SECONDS);
        // Sockets are HTTP/1.1 without extensions; nothing else is offered
        options.setPerFrameWebSocketCompressionSupported(false);
        options.setHttp2ClearTextEnabled(false);
        options.setUseAlpn(false);
    }
}
