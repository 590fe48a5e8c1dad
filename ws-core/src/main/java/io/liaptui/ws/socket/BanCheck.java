package io.liaptui.ws.socket;

import io.liaptui.common.ids.BrowserSecrets;
import io.liaptui.ws.bans.Bans;
import io.liaptui.ws.limits.ClientAddress;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Refuses the upgrade of whoever is banned by address or browser, with 403. Runs on the event loop; nothing blocks. */
@Singleton
final class BanCheck implements HttpUpgradeCheck {
    private final Bans bans;
    private final SocketCount count;
    private final SocketSettings settings;

    @Inject
    BanCheck(SocketParts parts, SocketSettings settings) {
        this.bans = parts.bans();
        this.count = parts.count();
        this.settings = settings;
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        if (bans.isEmpty()) {
            return CheckResult.permitUpgrade();
        }
        HttpServerRequest request = context.httpRequest();
        ClientAddress address = ClientAddress.of(
                request.headers().getAll("X-Forwarded-For"),
                request.remoteAddress().hostAddress(),
                settings.trustedHops());
        List<String> browsers = BrowserSecrets.of(request.headers().getAll("Cookie"));
        if (bans.of(address.text(), browsers).isPresent()) {
            count.turnedAway();
            return CheckResult.rejectUpgrade(403, Map.of("X-Refused", List.of("banned")));
        }
        return CheckResult.permitUpgrade();
    }
}
