package io.liaptui.ws.relay;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the relay batches, bounds and watches itself: docs/ownership.md 3, 8 and 13. */
@ConfigMapping(prefix = "liap.relay")
public interface RelaySettings {
    /** How long the first message of an envelope waits for others. */
    @WithDefault("2ms")
    Duration batchDelay();

    /** An envelope that has so many bytes goes at once. */
    @WithDefault("32768")
    int batchBytes();

    /** Bytes that wait for one peer; what comes more is dropped. */
    @WithDefault("8388608")
    int queueBytes();

    /** Messages that arrived and wait to be heard; what comes more is dropped. */
    @WithDefault("65536")
    int inbox();

    /** Pause before an envelope that reached nobody is sent again. */
    @WithDefault("100ms")
    Duration repeatAfter();

    /** An envelope that reached nobody for so long is dropped, and what waits behind it. */
    @WithDefault("2s")
    Duration repeatFor();

    /** From one echo to the next. */
    @WithDefault("500ms")
    Duration echo();

    /** Echoes in a row that were not heard before the subscription is made anew. */
    @WithDefault("2")
    int missedEchoes();

    /** Pause before a subscription that ended is made anew; doubles each time, give or take a quarter. */
    @WithDefault("50ms")
    Duration firstSubscribe();

    /** The longest such pause. */
    @WithDefault("1s")
    Duration longestSubscribe();
}
