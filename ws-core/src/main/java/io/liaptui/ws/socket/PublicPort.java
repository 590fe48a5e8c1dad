package io.liaptui.ws.socket;

import io.netty.channel.ChannelHandlerContext;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * What the public port answers: WebSocket upgrades of {@code /ws/NAME} as RFC 6455 wants them go on to {@link GameSocket},
 * {@code GET /health} goes on; everything else is refused here, on the path as it was sent, before anything normalises it. A refused connection is
 * closed, so nobody can keep one by asking again and again. Hangs what guards a socket below the level of messages into its
 * connection.
 *
 * <p>Runs on the event loop.
 */
@Singleton
final class PublicPort {
    private static final int FIRST = 1_000_000;

    /**
     * One segment. None of dots alone, and no encoded dot, slash, backslash, semicolon, percent sign or control character:
     * no two readers of the path may come to different ones.
     */
    private static final Pattern PATH = Pattern.compile(
            "/ws/(?!\\.+$)(?:[A-Za-z0-9._~!$&'()*+,=:@-]|%(?!2[ef5]|5c|3b|[01][0-9a-f]|7f)[0-9a-f]{2}){1,200}",
            Pattern.CASE_INSENSITIVE);

    /** 16 bytes in Base64: the last of 22 digits holds two bits. */
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/]{21}[AQgw]==");

    /** Whether players can come in, for the balancer's rule and for other nodes. */
    private static final String HEALTH = "/health";

    private static final String VERSION = "13";

    private final TransportSettings settings;
    private final SocketCount count;
    private final int maxMessage;

    @Inject
    PublicPort(
            TransportSettings settings,
            SocketParts parts,
            @ConfigProperty(name = "quarkus.websockets-next.server.max-message-size") int maxMessage) {
        this.settings = settings;
        this.count = parts.count();
        this.maxMessage = maxMessage;
    }

    /** Why a request is no upgrade of ours. */
    private record Refusal(int status, String text, Map<String, String> headers) {}

    void register(@Observes Filters filters) {
        filters.register(this::handle, FIRST);
    }

    private void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        context.addEndHandler(ended -> {
            if (context.response().getStatusCode() != 101) {
                request.connection().close();
            }
        });
        ChannelHandlerContext framework = ((ConnectionBase) request.connection()).channelHandlerContext();
        HandshakeDeadline.forAllBeside(framework.channel(), settings.handshake());
        Refusal refusal = judge(request);
        if (refusal == null && HEALTH.equals(request.path())) {
            context.next();
            return;
        }
        if (refusal == null) {
            framework
                    .pipeline()
                    .addBefore(framework.name(), FrameGuard.NAME, new FrameGuard(settings, count, maxMessage));
            context.next();
            return;
        }
        refusal.headers().forEach(context.response()::putHeader);
        context.response()
                .setStatusCode(refusal.status())
                .putHeader("Connection", refusal.headers().containsKey("Upgrade") ? "Upgrade, close" : "close")
                .putHeader("Content-Type", "text/plain; charset=utf-8")
                .end(refusal.text());
    }

    private static @Nullable Refusal judge(HttpServerRequest request) {
        String path = request.path();
        if (HEALTH.equals(path) && !names(request, "Connection", "upgrade")) {
            return null;
        }
        if (path == null || !PATH.matcher(path).matches()) {
            return new Refusal(404, "Not found", Map.of());
        }
        if (request.method() != HttpMethod.GET) {
            return new Refusal(405, "This address takes GET only", Map.of("Allow", "GET"));
        }
        if (!names(request, "Upgrade", "websocket") || !names(request, "Connection", "upgrade")) {
            return new Refusal(
                    426,
                    "This address speaks WebSocket: open it with an upgrade request",
                    Map.of("Upgrade", "websocket"));
        }
        if (request.version() != HttpVersion.HTTP_1_1 || hasBody(request)) {
            return new Refusal(400, "An upgrade is a request of HTTP/1.1 without a body", Map.of());
        }
        List<String> keys = request.headers().getAll("Sec-WebSocket-Key");
        if (keys.size() != 1 || !KEY.matcher(keys.getFirst().strip()).matches()) {
            return new Refusal(400, "Sec-WebSocket-Key must be there once, 16 bytes in Base64", Map.of());
        }
        List<String> versions = request.headers().getAll("Sec-WebSocket-Version");
        if (versions.size() != 1 || !versions.getFirst().strip().equals(VERSION)) {
            return new Refusal(
                    426,
                    "WebSocket version " + VERSION + " only",
                    Map.of("Upgrade", "websocket", "Sec-WebSocket-Version", VERSION));
        }
        return null;
    }

    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return request.headers().contains("Transfer-Encoding") || (length != null && !length.equals("0"));
    }

    /** Whether a header that is a list has this word. */
    private static boolean names(HttpServerRequest request, String header, String word) {
        return request.headers().getAll(header).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .anyMatch(each -> each.strip().equalsIgnoreCase(word));
    }
}
