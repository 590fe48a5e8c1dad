package io.liaptui.ws.simulation;

import io.liaptui.ws.ownership.Hearing;
import java.time.Duration;

/**
 * Whether a node's subscription works: it does while the node and Redis hear each other and the node is not deaf. After
 * each break it takes a while until the first echo comes.
 */
final class Hearsay implements Hearing {
    private final Host host;
    private final RedisServer redis;
    private final long started;
    private final long again;

    /**
     * @param again how long subscribing anew takes this node, in milliseconds
     */
    Hearsay(Host host, RedisServer redis, long again) {
        this.host = host;
        this.redis = redis;
        this.started = host.now();
        this.again = again;
    }

    @Override
    public boolean isHeard() {
        return subscribedFor().toMillis() >= again;
    }

    @Override
    public Duration subscribedFor() {
        if (!redis.hears(host.id()) || redis.isDeaf(host.id())) {
            return Duration.ZERO;
        }
        long since = Math.max(started, Math.max(host.awakeSince(), redis.heardSince(host.id())));
        return Duration.ofMillis(host.now() - since);
    }
}
