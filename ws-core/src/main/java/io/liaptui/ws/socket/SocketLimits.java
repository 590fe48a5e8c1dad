package io.liaptui.ws.socket;

import io.liaptui.ws.actor.Timers;
import io.liaptui.ws.limits.ClientAddress;
import io.liaptui.ws.limits.KeyedBuckets;
import io.liaptui.ws.limits.KeyedCounts;
import io.liaptui.ws.limits.LimitKind;
import io.liaptui.ws.limits.LimitScope;
import io.liaptui.ws.limits.Rate;
import io.liaptui.ws.measure.Measures;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What one address and one browser may do at this node: kept here and not in their sockets, so that connecting again wins
 * nothing. Refusals are counted, and told in the log once a minute for each address. Threading: any thread.
 */
public final class SocketLimits {
    private static final Logger LOG = Logger.getLogger(SocketLimits.class);
    private static final int MESSAGE_BURST_SECONDS = 10;
    private static final int BURST_SECONDS = 60;

    /** Until a place may be free: nobody knows when a socket will be closed. */
    private static final long PLACE_FREE_MILLIS = 10_000;

    private final Map<LimitKind, KeyedBuckets<ClientAddress>> addresses = new EnumMap<>(LimitKind.class);
    private final Map<LimitKind, KeyedBuckets<String>> browsers = new EnumMap<>(LimitKind.class);
    private final KeyedCounts<ClientAddress> open = new KeyedCounts<>();
    private final KeyedBuckets<ClientAddress> lines = new KeyedBuckets<>(Rate.perMinute(1));
    private final int socketsPerAddress;
    private final Timers timers;
    private final Measures measures;

    /**
     * Above a limit.
     *
     * @param waitMillis until it may be tried again
     */
    record Refused(LimitKind kind, LimitScope by, long waitMillis) {}

    private SocketLimits(int socketsPerAddress, Timers timers, Measures measures) {
        this.socketsPerAddress = socketsPerAddress;
        this.timers = timers;
        this.measures = measures;
    }

    /**
     * @throws IllegalArgumentException for a negative limit, for the operator
     */
    public static SocketLimits of(SocketSettings settings, Timers timers, Measures measures) {
        if (settings.perAddress() < 0) {
            throw new IllegalArgumentException("liap.sockets.per-address must be 0 (no limit) or more");
        }
        SocketLimits limits = new SocketLimits(settings.perAddress(), timers, measures);
        SocketSettings.Address address = settings.address();
        limits.limit(LimitKind.UPGRADES, address.upgrades(), settings.browser().upgrades());
        limits.limit(
                LimitKind.CREATE_ROOM, address.createRoom(), settings.browser().createRoom());
        limits.limit(LimitKind.JOIN_ROOM, address.joinRoom(), settings.browser().joinRoom());
        limits.limit(LimitKind.MESSAGES, address.messages(), settings.browser().messages());
        return limits;
    }

    /** For a node that nobody connects to. */
    public static SocketLimits none(Timers timers) {
        return new SocketLimits(0, timers, Measures.NONE);
    }

    private void limit(LimitKind kind, int perAddress, int perBrowser) {
        addresses.put(kind, new KeyedBuckets<>(rate("address", kind, perAddress)));
        browsers.put(kind, new KeyedBuckets<>(rate("browser", kind, perBrowser)));
    }

    private static Rate rate(String scope, LimitKind kind, int perMinute) {
        try {
            return Rate.of(perMinute, kind == LimitKind.MESSAGES ? MESSAGE_BURST_SECONDS : BURST_SECONDS);
        } catch (IllegalArgumentException e) {
            String name = kind.label().replace('_', '-');
            throw new IllegalArgumentException("liap.sockets." + scope + "." + name + " " + e.getMessage(), e);
        }
    }

    /**
     * May another socket be opened?
     *
     * @param sid of the browser; empty for one that comes for the first time
     */
    Optional<Refused> upgrade(ClientAddress address, Optional<String> sid) {
        if (socketsPerAddress > 0 && open.of(address) >= socketsPerAddress) {
            refused(LimitKind.SOCKETS, LimitScope.ADDRESS, address);
            return Optional.of(new Refused(LimitKind.SOCKETS, LimitScope.ADDRESS, PLACE_FREE_MILLIS));
        }
        return sid.flatMap(browser -> ofBrowser(LimitKind.UPGRADES, address, browser))
                .or(() -> ofAddress(LimitKind.UPGRADES, address));
    }

    /** A socket that was let in is open; {@link #closed} must follow once. */
    void opened(ClientAddress address) {
        open.add(address);
    }

    void closed(ClientAddress address) {
        open.remove(address);
    }

    /** May this be said? */
    Optional<Refused> message(String event, ClientAddress address, String sid) {
        LimitKind kind = LimitKind.of(event);
        Optional<Refused> refused = take(LimitKind.MESSAGES, address, sid);
        return refused.isPresent() || kind == LimitKind.MESSAGES ? refused : take(kind, address, sid);
    }

    /** Counts what was refused for a reason of the socket's own, too. */
    void refused(LimitKind kind, LimitScope by, ClientAddress address) {
        measures.refused(kind, by);
        if (lines.take(address, timers.now())) {
            LOG.infof(
                    "%s is refused: limit of %s by %s. No more lines about this address for a minute.",
                    address, kind.label(), by.label());
        }
    }

    /** The narrower limit first: one browser above its own uses up nothing of its neighbours'. */
    private Optional<Refused> take(LimitKind kind, ClientAddress address, String sid) {
        return ofBrowser(kind, address, sid).or(() -> ofAddress(kind, address));
    }

    private Optional<Refused> ofBrowser(LimitKind kind, ClientAddress address, String sid) {
        return take(browsers.get(kind), sid, kind, LimitScope.BROWSER, address);
    }

    private Optional<Refused> ofAddress(LimitKind kind, ClientAddress address) {
        return take(addresses.get(kind), address, kind, LimitScope.ADDRESS, address);
    }

    private <K> Optional<Refused> take(
            @Nullable KeyedBuckets<K> buckets, K key, LimitKind kind, LimitScope by, ClientAddress address) {
        long now = timers.now();
        if (buckets == null || buckets.take(key, now)) {
            return Optional.empty();
        }
        refused(kind, by, address);
        return Optional.of(new Refused(kind, by, buckets.waitMillis(key, now)));
    }
}
