package io.liaptui.box.player;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * By what a server knows one browser.
 *
 * @param cookies of the site
 * @param address from which it asks; null: as the system chooses
 */
record Browser(Cookies cookies, @Nullable String address) {
    /** A new one, on a machine of its own where this machine has several addresses. */
    static Browser of(URI site) {
        return new Browser(new Cookies(), Loopback.somebody(site));
    }
}
