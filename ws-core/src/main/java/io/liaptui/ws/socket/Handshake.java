package io.liaptui.ws.socket;

import io.liaptui.ws.ownership.NodeState;
import io.liaptui.ws.ownership.Nodes;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Judges an upgrade before it happens: pages of other origins get 403, and everybody gets 503
 * from a node that drains or is cut off from Redis. Gives each browser its secret at the first
 * upgrade, the cookie {@code liap_sid} (128 random bits), and does not change it afterwards.
 *
 * <p>Runs on the event loop; nothing here blocks.
 */
@Singleton
public final class Handshake implements HttpUpgradeCheck {
    /** The browser's secret, for the endpoint. */
    static final TypedKey<String> SID = TypedKey.forString("liap_sid");

    private static final String COOKIE = "liap_sid";
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");
    private static final long THIRTY_DAYS = 30L * 24 * 60 * 60;

    private final SecureRandom random = new SecureRandom();
    private final Set<String> origins;
    private final Nodes nodes;

    @Inject
    Handshake(AllowedOrigins origins, Nodes nodes) {
        this.origins = origins.origins();
        this.nodes = nodes;
    }

    /** Origins that may connect beside the page's own host, such as {@code https://play.example.org}. */
    public record AllowedOrigins(Set<String> origins) {}

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        HttpServerRequest request = context.httpRequest();
        if (!isAllowed(request.getHeader("Origin"), request.getHeader("Host"))) {
            return CheckResult.rejectUpgrade(403, answer());
        }
        if (nodes.state() == NodeState.DRAINING || nodes.state() == NodeState.GONE || nodes.isIsolated()) {
            return CheckResult.rejectUpgrade(503, answer("Retry-After", "1"));
        }
        Cookie sent = request.getCookie(COOKIE);
        if (sent != null && FORM.matcher(sent.getValue()).matches()) {
            context.userData().put(SID, sent.getValue());
            return CheckResult.permitUpgrade(answer());
        }
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        String sid = HexFormat.of().formatHex(bytes);
        context.userData().put(SID, sid);
        boolean https = "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
        String cookie = Cookie.cookie(COOKIE, sid)
                .setPath("/")
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.LAX)
                .setSecure(https)
                .setMaxAge(THIRTY_DAYS)
                .encode();
        return CheckResult.permitUpgrade(answer("Set-Cookie", cookie));
    }

    /** Every answer says which node gave it. */
    private Map<String, List<String>> answer(String... more) {
        Map<String, List<String>> headers = new HashMap<>();
        headers.put("X-Instance-ID", List.of(nodes.me().value()));
        for (int i = 0; i < more.length; i += 2) {
            headers.put(more[i], List.of(more[i + 1]));
        }
        return headers;
    }

    /** Scripts send no origin. A browser always does, and it must be the host it asks. */
    private boolean isAllowed(
            @org.jspecify.annotations.Nullable String origin, @org.jspecify.annotations.Nullable String host) {
        if (origin == null || origins.contains(origin) || origins.contains("*")) {
            return true;
        }
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
