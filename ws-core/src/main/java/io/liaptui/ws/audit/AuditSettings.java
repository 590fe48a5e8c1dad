package io.liaptui.ws.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When the lists of rooms are compared with the rooms. */
@ConfigMapping(prefix = "liap.audit")
public interface AuditSettings {
    /** From one audit of a node to the next, and so long a listed room must be missing before it is taken off. */
    @WithDefault("60s")
    Duration every();

    /**
     * What looks wrong must still do so after this time: longer than owners verify their rooms (5 s), write their places
     * again (10 s), and than a room that moved away is forwarded (10 s).
     */
    @WithDefault("15s")
    Duration confirm();
}
