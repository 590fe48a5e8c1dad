package io.liaptui.ws.testkit;

import io.liaptui.ws.actor.Timers;
import io.liaptui.ws.ownership.Hearing;
import java.time.Duration;

/** A subscription that the test breaks and renews. */
public final class ManualHearing implements Hearing {
    private final Timers timers;
    private boolean heard = true;
    private long since;

    public ManualHearing(Timers timers) {
        this.timers = timers;
        this.since = timers.now();
    }

    /** Nothing is heard from now on. */
    public void fail() {
        heard = false;
    }

    /** Subscribed anew. */
    public void renew() {
        heard = true;
        since = timers.now();
    }

    @Override
    public boolean isHeard() {
        return heard;
    }

    @Override
    public Duration subscribedFor() {
        return heard ? Duration.ofMillis(timers.now() - since) : Duration.ZERO;
    }
}
