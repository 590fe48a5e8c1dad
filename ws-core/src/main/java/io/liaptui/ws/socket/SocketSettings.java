package io.liaptui.ws.socket;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * What a node asks of those who connect. Each node counts for itself. A limit of 0 is off. Reasons for the numbers:
 * docs/decisions/089.
 */
@ConfigMapping(prefix = "liap.sockets")
public interface SocketSettings {
    /** Sockets that one address may have open at this node. */
    @WithDefault("1000")
    int perAddress();

    /**
     * How many of our own proxies add to {@code X-Forwarded-For}: the box 1, CloudFront before a balancer 2. What stands to
     * the left of theirs anybody may have written. 0: the address of the connection counts.
     */
    @WithDefault("1")
    int trustedHops();

    /** What all who share an address may do together; a school or an office is one, and so is an IPv6 /64. */
    Address address();

    /** What one browser ({@code liap_sid}) may do, over all its sockets. */
    Browser browser();

    /** Each per minute, of which a minute's worth may come at once. */
    interface Address {
        @WithDefault("3000")
        int upgrades();

        @WithDefault("120")
        int createRoom();

        @WithDefault("600")
        int joinRoom();

        /** Ten seconds' worth may come at once. */
        @WithDefault("60000")
        int messages();
    }

    /** Each per minute, of which a minute's worth may come at once. */
    interface Browser {
        @WithDefault("120")
        int upgrades();

        @WithDefault("20")
        int createRoom();

        @WithDefault("60")
        int joinRoom();

        /** Ten seconds' worth may come at once. */
        @WithDefault("7200")
        int messages();
    }
}
