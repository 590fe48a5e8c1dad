package io.liaptui.ws.simulation;

import io.liaptui.ws.ownership.Hearing;
import java.time.Duration;

/** Whether a node's subscription works: it does while the node and Redis hear each other. */
final class Hearsay implements Hearing {
    private final Host host;
    private final RedisServer redis;
    private final long started;

    Hearsay(Host host, RedisServer redis) {
        this.host = host;
        this.redis = redis;
        this.started = host.now();
    }

    @Override
    public boolean isHeard() {
        return redis.hears(host.id());
    }

    @Override
    public Duration subscribedFor() {
        return isHeard()
                ? Duration.ofMillis(host.now() - Math.max(started, redis.heardSince(host.id())))
                : Duration.ZERO;
    }
}
