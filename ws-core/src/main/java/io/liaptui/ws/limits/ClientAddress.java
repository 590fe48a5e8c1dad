package io.liaptui.ws.limits;

import io.liaptui.common.net.ForwardedFor;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who connects, for limits and bans: one text for everything that one customer of a provider can call itself. IPv6 counts by
 * its /64, of which every home has one whole; IPv4 inside IPv6 (mapped, or through a translator) is that IPv4.
 *
 * @param text such as {@code 203.0.113.9} or {@code 2001:db8:0:1::/64}; has no character that could forge a line of a log
 */
public record ClientAddress(String text) {
    /** A connection without an address. All such share their limits. */
    public static final ClientAddress UNKNOWN = new ClientAddress("unknown");

    /** RFC 6052: translators put the whole of IPv4 into these 96 bits. */
    private static final byte[] TRANSLATED = HexFormat.of().parseHex("0064ff9b0000000000000000");

    /**
     * Whom the outermost proxy of ours saw, and if they left no address, the other end of the connection.
     *
     * @param forwarded each {@code X-Forwarded-For} line
     * @param connection the address of the connection
     * @param hops proxies of ours that append to the header; 0 to believe none
     */
    public static ClientAddress of(List<String> forwarded, @Nullable String connection, int hops) {
        return ForwardedFor.client(forwarded, hops)
                .map(ClientAddress::of)
                .or(() -> parse(connection))
                .orElse(UNKNOWN);
    }

    /** Reads an address with or without port, brackets and zone; empty if it is none. */
    public static Optional<ClientAddress> parse(@Nullable String text) {
        return ForwardedFor.address(text).map(ClientAddress::of);
    }

    /** A short name for it where the address itself need not be read; no secret, for there are few addresses. */
    public String digest() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static ClientAddress of(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (!(address instanceof Inet6Address)) {
            return v4(bytes);
        }
        if (Arrays.equals(bytes, 0, 12, TRANSLATED, 0, 12)) {
            return v4(Arrays.copyOfRange(bytes, 12, 16));
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i += 2) {
            text.append(Integer.toHexString((bytes[i] & 0xff) << 8 | bytes[i + 1] & 0xff))
                    .append(':');
        }
        return new ClientAddress(text.append(":/64").toString());
    }

    private static ClientAddress v4(byte[] bytes) {
        return new ClientAddress(
                (bytes[0] & 0xff) + "." + (bytes[1] & 0xff) + "." + (bytes[2] & 0xff) + "." + (bytes[3] & 0xff));
    }

    @Override
    public String toString() {
        return text;
    }
}
