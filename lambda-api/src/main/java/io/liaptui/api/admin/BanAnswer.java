package io.liaptui.api.admin;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.liaptui.common.bans.Ban;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ban that was made or lifted, and which nodes know of it already; the others look within 2 s.
 *
 * @param ban null if it was lifted
 * @param command to ask with for what nodes said; null if no node is alive
 */
public record BanAnswer(
        boolean success,
        @Nullable View ban,
        @JsonProperty("command_id") @Nullable String command,
        List<CommandAnswer.NodeOutcome> nodes)
        implements Traced {

    /**
     * A ban as operators see it.
     *
     * @param kind {@code address}, {@code browser}, {@code seat} or {@code name}
     * @param value a range, a pattern, or a hash; never a secret
     * @param label what it was said of, such as a seat; may be empty
     * @param by who said so; {@code node} for the browser of a banned seat
     * @param at when, in ISO 8601
     * @param until when it ends, in ISO 8601
     */
    public record View(
            String id, String kind, String value, String label, String reason, String by, String at, String until) {
        static View of(Ban ban) {
            return new View(
                    ban.id(),
                    ban.kind().text(),
                    ban.value(),
                    ban.label(),
                    ban.reason(),
                    ban.by(),
                    Instant.ofEpochMilli(ban.at()).toString(),
                    Instant.ofEpochMilli(ban.until()).toString());
        }
    }

    /** All bans that hold now, the first to end first. */
    public record All(
            boolean success, @JsonProperty("ban_count") int count, List<View> bans) {}
}
