package io.liaptui.ws.socket;

import io.liaptui.common.ids.BrowserSecrets;
import io.liaptui.ws.ownership.Nodes;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Judges an upgrade before it happens: one for a host that is none of ours gets 421, pages of other origins get 403, and
 * everybody gets 503 from a node that starts, drains or is cut off from Redis. Gives each browser its secret at the first
 * upgrade (128 random bits), and does not change it afterwards: the cookie {@code liap_sid}, over https
 * {@code __Host-liap_sid}.
 *
 * <p>Runs on the event loop; nothing here blocks.
 */
@Singleton
public final class Handshake implements HttpUpgradeCheck {
    /** The browser's secrets, for the endpoint; never empty. */
    static final TypedKey<List<String>> SIDS = new TypedKey<>("liap_sids");

    private static final long THIRTY_DAYS = 30L * 24 * 60 * 60;

    private final SecureRandom random = new SecureRandom();
    private final Doors doors;
    private final Nodes nodes;

    @Inject
    Handshake(Doors doors, Nodes nodes) {
        this.doors = doors;
        this.nodes = nodes;
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        HttpServerRequest request = context.httpRequest();
        String host = request.getHeader("Host");
        if (!doors.isOurs(host)) {
            // Not 403: another host might well be allowed it, this server just does not speak for that name
            return CheckResult.rejectUpgrade(421, answer());
        }
        if (!doors.mayConnect(request.getHeader("Origin"), scheme(request), host)) {
            return CheckResult.rejectUpgrade(403, answer());
        }
        if (!nodes.takesPlayers()) {
            return CheckResult.rejectUpgrade(503, answer("Retry-After", "1"));
        }
        boolean https = scheme(request).equals("https");
        List<String> cookies = request.headers().getAll("Cookie");
        List<String> shown = BrowserSecrets.of(cookies);
        if (https ? BrowserSecrets.hasSecure(cookies) : !shown.isEmpty()) {
            context.userData().put(SIDS, shown);
            return CheckResult.permitUpgrade(answer());
        }
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        String sid = HexFormat.of().formatHex(bytes);
        List<String> all = new ArrayList<>(List.of(sid));
        // Seats that were taken before are still found by them, but somebody else may have set them: nothing new is
        // given
        all.addAll(shown);
        context.userData().put(SIDS, List.copyOf(all));
        String cookie = Cookie.cookie(https ? BrowserSecrets.SECURE_COOKIE : BrowserSecrets.COOKIE, sid)
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

    /** As the client came: what the proxy before us says, else the connection itself. */
    private static String scheme(HttpServerRequest request) {
        String forwarded = request.getHeader("X-Forwarded-Proto");
        boolean https = forwarded == null ? request.isSSL() : forwarded.strip().equalsIgnoreCase("https");
        return https ? "https" : "http";
    }
}
