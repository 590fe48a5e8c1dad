package io.liaptui.box.player;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Addresses of this machine for many people: a server that counts what one address does must not take all players for
 * one.
 */
public final class Loopback {
    private static final String USUAL = "127.0.0.1";

    // 127.1.x.y to 127.199.x.y
    private static final int NETWORKS = 199;
    private static final int HOSTS = 254;

    private Loopback() {}

    /** From where somebody new asks this site; null: as the system chooses, for the site or the system has one address only. */
    public static @Nullable String somebody(URI site) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        String address = "127." + (1 + random.nextInt(NETWORKS)) + '.' + random.nextInt(HOSTS) + '.'
                + (1 + random.nextInt(HOSTS));
        return USUAL.equals(site.getHost()) && isOurs(address) ? address : null;
    }

    /** Linux has all of 127.0.0.0/8, other systems only what was added. */
    private static boolean isOurs(String address) {
        try (ServerSocket _ = new ServerSocket(0, 1, InetAddress.getByName(address))) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
