package io.liaptui.common.aws;

import java.time.Instant;
import java.util.Optional;

/**
 * Who signs.
 *
 * @param token of a role, which always has one
 * @param until when they end, if they do
 */
public record Credentials(String id, String secret, Optional<String> token, Optional<Instant> until) {
    /** Secrets cannot be written down. */
    @Override
    public String toString() {
        return "Credentials[" + id + "]";
    }
}
