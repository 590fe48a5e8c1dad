package io.liaptui.api.log;

import org.jspecify.annotations.Nullable;

/** The archive does not answer; answered with 503. The message is for people. */
public final class ArchiveAway extends RuntimeException {
    private static final long serialVersionUID = 1;

    ArchiveAway(@Nullable Throwable cause) {
        super(
                "Redis does not hold this room, and the archive of finished games does not answer. Try again in a moment.",
                cause);
    }
}
