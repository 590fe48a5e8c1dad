package io.liaptui.ws.socket;

import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.UserData;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Bounds the sockets of one address: an upgrade above the limit gets 429. Upgrades that come at one moment may exceed it by
 * as many. Threading: any thread.
 */
@Singleton
final class AddressLimit implements HttpUpgradeCheck {
    private static final TypedKey<String> ADDRESS = TypedKey.forString("address");
    private static final String PAUSE_SECONDS = "10";

    private final Map<String, Integer> open = new ConcurrentHashMap<>();
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
        String address = address(
                request.headers().getAll("X-Forwarded-For"),
                request.remoteAddress().hostAddress(),
                settings.trustedHops());
        if (settings.perAddress() > 0 && open.getOrDefault(address, 0) >= settings.perAddress()) {
            count.turnedAway();
            return CheckResult.rejectUpgrade(429, Map.of("Retry-After", List.of(PAUSE_SECONDS)));
        }
        context.userData().put(ADDRESS, address);
        return CheckResult.permitUpgrade();
    }

    /** A socket that was let in is open; {@link #closed} must follow once. */
    void opened(UserData data) {
        open.merge(data.get(ADDRESS), 1, Integer::sum);
    }

    void closed(UserData data) {
        open.computeIfPresent(data.get(ADDRESS), (_, count) -> count == 1 ? null : count - 1);
    }

    /**
     * Who connects, as the outermost of our proxies saw it. Fewer entries than hops mean a way past the first of them
     * (docs/decisions/077): then the first entry is the one that ours wrote.
     *
     * @param forwarded each {@code X-Forwarded-For} line
     * @param connection the other end of the connection, used where our proxies left no word
     */
    static String address(List<String> forwarded, @Nullable String connection, int hops) {
        List<String> seen = forwarded.stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
        return hops > 0 && !seen.isEmpty()
                ? seen.get(Math.max(0, seen.size() - hops))
                : connection == null ? "unknown" : connection;
    }
}
