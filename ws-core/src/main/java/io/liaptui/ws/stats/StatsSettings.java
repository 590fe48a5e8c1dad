package io.liaptui.ws.stats;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the points for plots are written. */
@ConfigMapping(prefix = "liap.stats")
public interface StatsSettings {
    /** How long points are kept; one a minute, some 150 bytes each. */
    @WithDefault("7d")
    Duration keep();

    /** How often each node looks whether the point of this minute is still missing. */
    @WithDefault("10s")
    Duration look();
}
