package io.liaptui.ws.archive;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Where finished games are kept. */
@ConfigMapping(prefix = "liap")
public interface ArchiveSettings {
    /** A folder or {@code s3://bucket/prefix} for finished games, or {@code off}: then they can be read for an hour after their end only. */
    @WithDefault("off")
    String archive();

    /** Finished games older than this are removed; for ever by default. */
    Optional<Duration> archiveKeep();
}
