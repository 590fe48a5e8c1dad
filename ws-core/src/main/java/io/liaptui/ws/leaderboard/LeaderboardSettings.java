package io.liaptui.ws.leaderboard;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the leaderboard remembers. */
@ConfigMapping(prefix = "liap.leaderboard")
public interface LeaderboardSettings {
    /** Who has finished no game for so long is forgotten. */
    @WithDefault("365d")
    Duration keep();

    /** Most players of one game; above it those who have not played for longest are forgotten. */
    @WithDefault("100000")
    int players();
}
