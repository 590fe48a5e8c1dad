package io.liaptui.ws.bans;

import io.liaptui.common.bans.AddressRange;
import io.liaptui.common.bans.Ban;
import io.liaptui.common.bans.NamePattern;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * The bans that this node knows of. The list stays while Redis is away; each ban ends by itself. Threading: any thread;
 * nothing blocks, and an empty list costs nothing.
 */
public final class Bans {
    private final LongSupplier clock;
    private volatile Known known = new Known(List.of(), List.of(), Map.of(), Map.of());
    private volatile BiConsumer<Ban, String> onSeatShown = (ban, browser) -> {};

    /**
     * @param clock monotonic milliseconds
     */
    public Bans(LongSupplier clock) {
        this.clock = clock;
    }

    /** A ban with its end by this node's own clock. */
    private record Timed<T>(T what, Ban ban, long end) {}

    private record Known(
            List<Timed<AddressRange>> addresses,
            List<Timed<NamePattern>> names,
            Map<String, Timed<String>> browsers,
            Map<String, Timed<String>> seats) {
        boolean isEmpty() {
            return addresses.isEmpty() && browsers.isEmpty() && seats.isEmpty();
        }
    }

    /**
     * From now on these.
     *
     * @param now the moment at which they were read, by the clock that their ends go by
     */
    void replace(List<Ban> bans, long now) {
        long here = clock.getAsLong();
        List<Timed<AddressRange>> addresses = new ArrayList<>();
        List<Timed<NamePattern>> names = new ArrayList<>();
        Map<String, Timed<String>> browsers = new HashMap<>();
        Map<String, Timed<String>> seats = new HashMap<>();
        for (Ban ban : bans) {
            long end = here + ban.until() - now;
            switch (ban.kind()) {
                case ADDRESS ->
                    AddressRange.parse(ban.value()).ifPresent(range -> addresses.add(new Timed<>(range, ban, end)));
                case NAME -> names.add(new Timed<>(new NamePattern(ban.value()), ban, end));
                case BROWSER -> later(browsers, ban, end);
                case SEAT -> later(seats, ban, end);
            }
        }
        known = new Known(List.copyOf(addresses), List.copyOf(names), Map.copyOf(browsers), Map.copyOf(seats));
    }

    /** Of two bans of the same, the one that lasts longer. */
    private static void later(Map<String, Timed<String>> bans, Ban ban, long end) {
        bans.merge(
                ban.value(),
                new Timed<>(ban.value(), ban, end),
                (before, other) -> before.end() >= other.end() ? before : other);
    }

    /** Told each ban of a seat whose secret was shown, and the secret of the browser that did. */
    void onSeatShown(BiConsumer<Ban, String> listener) {
        onSeatShown = listener;
    }

    /** Whether no socket can be concerned. */
    public boolean isEmpty() {
        return known.isEmpty();
    }

    /**
     * The ban of whoever connects, if there is one.
     *
     * @param address as {@link AddressRange} reads it; anything else is in no range
     * @param browsers the secrets that it shows
     */
    public Optional<Ban> of(String address, List<String> browsers) {
        Known now = known;
        if (now.isEmpty()) {
            return Optional.empty();
        }
        return browsers.stream()
                .flatMap(browser -> lasting(Stream.ofNullable(now.browsers().get(hash(browser)))))
                .findFirst()
                .or(() -> ofAddress(now, address));
    }

    private Optional<Ban> ofAddress(Known now, String address) {
        return now.addresses().isEmpty()
                ? Optional.empty()
                : AddressRange.parse(address).flatMap(one -> lasting(now.addresses().stream()
                                .filter(range -> range.what().contains(one)))
                        .findFirst());
    }

    /**
     * The ban of a seat whose secret is shown; its browser is banned with it, in a moment.
     *
     * @param tokenHash of the seat's secret
     * @param browsers the secrets of the browser that shows it
     */
    public Optional<Ban> ofSeat(String tokenHash, List<String> browsers) {
        Optional<Ban> ban =
                lasting(Stream.ofNullable(known.seats().get(tokenHash))).findFirst();
        ban.ifPresent(found -> browsers.forEach(browser -> onSeatShown.accept(found, browser)));
        return ban;
    }

    /** The ban of a name that somebody wants for a new seat. */
    public Optional<Ban> ofName(String name) {
        return lasting(known.names().stream().filter(each -> each.what().matches(name)))
                .findFirst();
    }

    private <T> Stream<Ban> lasting(Stream<Timed<T>> bans) {
        long now = clock.getAsLong();
        return bans.filter(ban -> ban.end() > now).map(Timed::ban);
    }

    /** As bans name a browser: SHA-256 of its secret, in hexadecimal. */
    static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
