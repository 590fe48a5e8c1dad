package io.liaptui.api.admin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Who may give commands. */
@ConfigMapping(prefix = "liap.admin")
public interface AdminSettings {
    /**
     * The secrets that operators show, at least 32 characters each, between commas, each with its owner's name and a colon
     * before it: {@code ann:SECRET,bob:SECRET}. A name may come twice, while one replaces the other. One without a name is
     * that of {@code operator}. Without any there is no {@code /api/admin}.
     */
    Optional<String> token();

    /**
     * In the same form, but in place of each secret its SHA-256 in hexadecimal, which anybody may see: for functions, whose environment can be
     * read by whoever may look at them. {@code printf %s SECRET | sha256sum}
     */
    Optional<String> tokenSha256();

    /** How long an answer waits for the outcome; what takes longer is asked for afterwards. */
    @WithDefault("2s")
    Duration patience();

    /** From one look at the outcome to the next. */
    @WithDefault("100ms")
    Duration look();
}
