package io.liaptui.ws.ops;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Where rooms are kept while they live, and in which form. */
@ConfigMapping(prefix = "liap")
public interface JournalSettings {
    /** Where. */
    @WithDefault("redis")
    Journal journal();

    /**
     * The schema in which rooms are stored: that of this release, or the one before, which is the default, so that this
     * release can be rolled back. Raise it with the deploy after the one that brought the schema.
     */
    Optional<Integer> writeSchema();

    /** Where rooms are kept. */
    enum Journal {
        /** Redis: rooms outlive nodes. */
        REDIS,
        /** The memory of this process: one node alone, and nothing outlives it. */
        MEMORY
    }
}
