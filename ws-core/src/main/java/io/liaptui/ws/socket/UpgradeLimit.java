package io.liaptui.ws.socket;

import io.liaptui.common.ids.BrowserSecrets;
import io.liaptui.ws.limits.ClientAddress;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Bounds the sockets and upgrades of one address, and the upgrades of one browser: an upgrade above a limit gets 429. Sockets
 * that come at one moment may exceed their number by as many. Threading: any thread.
 *
 * <p>After {@link Handshake}, whose refusals cost nobody a token: the existing client comes back in a tight loop while a node
 * is busy.
 */
@Singleton
@Priority(UpgradeLimit.AFTER_HANDSHAKE)
final class UpgradeLimit implements HttpUpgradeCheck {
    /** Whom limits count the socket to, for the endpoint. */
    static final TypedKey<ClientAddress> ADDRESS = new TypedKey<>("address");

    static final int AFTER_HANDSHAKE = -1;

    private final int trustedHops;
    private final SocketParts parts;

    @Inject
    UpgradeLimit(SocketSettings settings, SocketParts parts) {
        this.trustedHops = settings.trustedHops();
        this.parts = parts;
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        HttpServerRequest request = context.httpRequest();
        ClientAddress address = ClientAddress.of(
                request.headers().getAll("X-Forwarded-For"),
                request.remoteAddress().hostAddress(),
                trustedHops);
        Optional<String> sid =
                BrowserSecrets.of(request.headers().getAll("Cookie")).stream().findFirst();
        return parts.limits()
                .upgrade(address, sid)
                .map(refused -> {
                    parts.count().turnedAway();
                    String seconds = Long.toString(Math.max(1, Math.ceilDiv(refused.waitMillis(), 1000)));
                    return CheckResult.rejectUpgrade(429, Map.of("Retry-After", List.of(seconds)));
                })
                .orElseGet(() -> {
                    context.userData().put(ADDRESS, address);
                    return CheckResult.permitUpgrade();
                });
    }
}
