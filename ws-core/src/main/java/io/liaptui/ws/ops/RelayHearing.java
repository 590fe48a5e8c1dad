package io.liaptui.ws.ops;

import io.liaptui.ws.ownership.Hearing;
import io.liaptui.ws.relay.RedisRelay;
import java.time.Duration;

/** What the relay knows of its own subscription. */
record RelayHearing(RedisRelay relay) implements Hearing {
    @Override
    public boolean isHeard() {
        return relay.isHeard();
    }

    @Override
    public Duration subscribedFor() {
        return relay.subscribedFor();
    }
}
