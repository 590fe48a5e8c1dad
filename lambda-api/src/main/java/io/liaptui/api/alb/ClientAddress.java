package io.liaptui.api.alb;

import io.liaptui.common.net.ForwardedFor;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the client in {@code X-Forwarded-For} behind our own proxies. */
final class ClientAddress {
    private final int trustedHops;

    ClientAddress(int trustedHops) {
        if (trustedHops < 1) {
            throw new IllegalArgumentException("liap.trusted-hops must be at least 1: " + trustedHops);
        }
        this.trustedHops = trustedHops;
    }

    /** A literal address, or null if there is none to believe. */
    @Nullable
    String in(@Nullable String forwardedFor) {
        return forwardedFor == null
                ? null
                : ForwardedFor.client(List.of(forwardedFor), trustedHops)
                        .map(InetAddress::getHostAddress)
                        .orElse(null);
    }
}
