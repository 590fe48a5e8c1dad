package io.liaptui.box.front;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.FileSystemAccess;
import io.vertx.ext.web.handler.StaticHandler;
import java.nio.file.Path;

/**
 * The browser client, served from a directory. The pages of the client are all {@code index.html}; what that page loads
 * by relative URL is found beneath {@code /room/} and {@code /game/} too. A file has an extension in its name.
 */
final class StaticSite implements Handler<HttpServerRequest> {
    private static final String INDEX = "/index.html";
    private static final String PAGES = "/(?:(?:tutorial|lobby|metrics/dashboard|(?:room|game)/[^/.]+)/?)?";

    private final Router router;

    /** @param leftOver answers requests for which there is no file */
    StaticSite(Vertx vertx, Path directory, Handler<HttpServerRequest> leftOver) {
        router = Router.router(vertx);
        Handler<RoutingContext> leaveOver = context -> leftOver.handle(context.request());
        router.getWithRegex(PAGES).handler(context -> context.reroute(INDEX));
        router.headWithRegex(PAGES).handler(context -> context.reroute(INDEX));
        router.route().handler(context -> {
            if (isFile(context.normalizedPath())) {
                prepare(context);
                context.next();
            } else {
                leaveOver.handle(context);
            }
        });
        router.route("/*").handler(files(directory));
        router.route("/room/*").handler(files(directory));
        router.route("/game/*").handler(files(directory));
        router.route().handler(leaveOver).failureHandler(leaveOver);
        router.errorHandler(400, leaveOver);
    }

    @Override
    public void handle(HttpServerRequest request) {
        router.handle(request);
    }

    /** Without this a directory would be answered by a redirect to itself. */
    private static boolean isFile(String path) {
        return path.indexOf('.', path.lastIndexOf('/')) >= 0;
    }

    private static void prepare(RoutingContext context) {
        // File names carry no hash of their content, so nothing may be used without asking
        context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        if (context.normalizedPath().endsWith(".webmanifest")) {
            context.response().putHeader(HttpHeaders.CONTENT_TYPE, "application/manifest+json");
        }
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
