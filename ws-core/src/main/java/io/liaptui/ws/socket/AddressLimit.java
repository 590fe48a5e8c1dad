package io.liaptui.ws.socket;

import io.liaptui.ws.limits.ClientAddress;
import io.liaptui.ws.limits.KeyedCounts;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.UserData;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/**
 * Bounds the sockets of one address: an upgrade above the limit gets 429. Upgrades that come at one moment may exceed it by
 * as many. Threading: any thread.
 */
@Singleton
final class AddressLimit implements HttpUpgradeCheck {
    /** Whom limits count the socket to, for the endpoint. */
    static final TypedKey<ClientAddress> ADDRESS = new TypedKey<>("address");

    private static final String PAUSE_SECONDS = "10";

    private final KeyedCounts<ClientAddress> open = new KeyedCounts<>();
    private final SocketSettings settings;
    private final SocketCount count;

    @Inject
    AddressLimit(SocketSettings settings, SocketParts parts) {
        this.settings = settings;
        this.count = parts.count();
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        HttpServerRequest request = context.httpRequest();
        ClientAddress address = ClientAddress.of(
                request.headers().getAll("X-Forwarded-For"),
                request.remoteAddress().hostAddress(),
                settings.trustedHops());
        if (settings.perAddress() > 0 && open.of(address) >= settings.perAddress()) {
            count.turnedAway();
            return CheckResult.rejectUpgrade(429, Map.of("Retry-After", List.of(PAUSE_SECONDS)));
        }
        context.userData().put(ADDRESS, address);
        return CheckResult.permitUpgrade();
    }

    /** A socket that was let in is open; {@link #closed} must follow once. */
    void opened(UserData data) {
        open.add(data.get(ADDRESS));
    }

    void closed(UserData data) {
        open.remove(data.get(ADDRESS));
    }
}
