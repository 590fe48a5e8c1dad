package io.liaptui.ws.redis;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How calls to Redis are timed and bounded. */
@ConfigMapping(prefix = "liap.redis")
public interface RedisSettings {
    /** A call without an answer for so long is ambiguous. */
    @WithDefault("1s")
    Duration deadline();

    /** When a write to the journal counts as stored. */
    @WithDefault("primary")
    Durability durability();

    /** Connections of the journal; a room always uses the same one. */
    @WithDefault("4")
    int connections();

    /** Calls without an answer on one connection; what comes more fails at once, unsent. */
    @WithDefault("1024")
    int inFlight();

    /** Pause before an ambiguous call is repeated; doubles each time, give or take a quarter. */
    @WithDefault("100ms")
    Duration firstRepeat();

    /** The longest such pause. */
    @WithDefault("1s")
    Duration longestRepeat();

    /** Of its {@code maxmemory}: above this part of it no room is made, so that games that run have what is left. */
    @WithDefault("0.7")
    double fillingAt();

    /** Longest pause between two attempts to connect; the first follows at once. */
    @WithDefault("500ms")
    Duration longestReconnect();
}
