package io.liaptui.box.front;

import java.net.URI;

/**
 * One registered target as the balancer sees it.
 *
 * @param uri scheme, host and port
 * @param reason why it is in this state, in words
 * @param connections requests and sockets that it is serving now
 */
public record TargetState(URI uri, Health health, String reason, int connections) {
    /** States of a target, named as the load balancer names them. */
    public enum Health {
        /** Registered, not checked yet: gets nothing. */
        INITIAL,
        HEALTHY,
        /** Gets nothing new; what it serves goes on. */
        UNHEALTHY,
        /** Removed: gets nothing new; what it serves goes on until the deregistration delay ends. */
        DRAINING
    }
}
