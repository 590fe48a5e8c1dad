package io.liaptui.ws.ownership;

import java.time.Duration;

/** How well this node hears what others send it. Threading: any thread. */
public interface Hearing {
    /** Whether this node's own echo comes back. */
    boolean isHeard();

    /** How long the present subscription has lasted; zero while there is none. */
    Duration subscribedFor();
}
