package io.liaptui.ws.socket;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What a node asks of those who connect. */
@ConfigMapping(prefix = "liap.sockets")
public interface SocketSettings {
    /** Sockets that one address may have open at this node; 0 for no limit. Schools and offices share an address. */
    @WithDefault("0")
    int perAddress();

    /**
     * How many of our own proxies add to {@code X-Forwarded-For}: the box 1, CloudFront before a balancer 2. What stands to
     * the left of theirs anybody may have written. 0: the address of the connection counts.
     */
    @WithDefault("1")
    int trustedHops();
}
