package io.liaptui.box.front;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.FileSystemAccess;
import io.vertx.ext.web.handler.StaticHandler;
import java.nio.file.Path;

/**
 * The browser client, served from a directory. The pages of the client are all {@code index.html}; what that page loads
 * by relative URL is found beneath {@code /room/} and {@code /game/} too.
 */
final class StaticSite implements Handler<HttpServerRequest> {
    private static final String INDEX = "/index.html";

    private final Router router;

    /** @param leftOver answers requests for which there is no file */
    StaticSite(Vertx vertx, Path directory, Handler<HttpServerRequest> leftOver) {
        router = Router.router(vertx);
        // File names carry no hash of their content, so nothing may be used without asking
        router.route().handler(context -> {
            context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
            context.next();
        });
        router.route("/*").handler(files(directory));
        router.route("/room/*").handler(files(directory));
        router.route("/game/*").handler(files(directory));
        router.getWithRegex("/(?:tutorial|lobby|metrics/dashboard|(?:room|game)/[^/.]+)/?")
                .handler(context -> context.reroute(INDEX));
        router.headWithRegex("/(?:tutorial|lobby|metrics/dashboard|(?:room|game)/[^/.]+)/?")
                .handler(context -> context.reroute(INDEX));
        router.route()
                .handler(context -> leftOver.handle(context.request()))
                .failureHandler(context -> leftOver.handle(context.request()));
        router.errorHandler(400, context -> leftOver.handle(context.request()));
    }

    @Override
    public void handle(HttpServerRequest request) {
        router.handle(request);
    }

    /** One per mount point, since it remembers misses by the whole path. */
    private static StaticHandler files(Path directory) {
        // The cache answers If-Modified-Since; its entries must not outlive an edit of the files
        return StaticHandler.create(
                        FileSystemAccess.ROOT, directory.toAbsolutePath().toString())
                .setIncludeHidden(false)
                .setFilesReadOnly(false)
                .setDefaultContentEncoding("utf-8")
                .setCacheEntryTimeout(1);
    }
}
