package io.liaptui.api.alb;

import java.net.InetAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the client in {@code X-Forwarded-For}. Every proxy appends the peer it sees, so only the entries that our own
 * proxies wrote, counted from the right, can be believed; whatever stands left of them a client may have invented.
 */
final class ClientAddress {
    /** The balancer can be set to append the client's port. */
    private static final Pattern WITH_PORT = Pattern.compile("\\[([^]]+)](?::\\d+)?|([0-9.]+):\\d+");

    private final int trustedHops;

    ClientAddress(int trustedHops) {
        if (trustedHops < 1) {
            throw new IllegalArgumentException("liap.trusted-hops must be at least 1: " + trustedHops);
        }
        this.trustedHops = trustedHops;
    }

    /** A literal address, or null if there is none to believe. A name is never looked up. */
    @Nullable
    String in(@Nullable String forwardedFor) {
        if (forwardedFor == null) {
            return null;
        }
        String[] entries = forwardedFor.split(",");
        if (entries.length == 0) {
            return null;
        }
        String entry = entries[Math.max(0, entries.length - trustedHops)].strip();
        Matcher withPort = WITH_PORT.matcher(entry);
        if (withPort.matches()) {
            entry = withPort.group(1) != null ? withPort.group(1) : withPort.group(2);
        }
        try {
            return InetAddress.ofLiteral(entry).getHostAddress();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
