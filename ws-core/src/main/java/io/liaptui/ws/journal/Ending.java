package io.liaptui.ws.journal;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a room ends, and what stays of it. The hash stays as a tombstone: longer than anybody may restore a room from memory
 * (10 min), so that no late call makes the room again and nobody gets its id.
 */
public enum Ending {
    /** Its game is in the archive: whoever reads the log at this moment may end that. */
    ARCHIVED("archived", Duration.ofHours(1), Duration.ofMinutes(1)),
    /** Its game is in no archive, so its log can be read for as long as it is known. */
    UNKEPT("closed", Duration.ofHours(1), Duration.ofHours(1)),
    /** No game began, so nobody will read anything: the rest goes at once, and of the hash all that nobody compares. */
    UNPLAYED("closed", Duration.ofMinutes(15), Duration.ZERO),
    /** Nobody could load it: everything stays, for people to look at. */
    BROKEN("broken", null, null);

    private final String status;
    private final Optional<Duration> tombstone;
    private final Optional<Duration> log;

    Ending(String status, @Nullable Duration tombstone, @Nullable Duration log) {
        this.status = status;
        this.tombstone = Optional.ofNullable(tombstone);
        this.log = Optional.ofNullable(log);
    }

    /** What the hash says of the room from then on. */
    public String status() {
        return status;
    }

    /** How long the hash stays; for ever if empty. */
    Optional<Duration> tombstone() {
        return tombstone;
    }

    /** How long log, snapshot and seats stay; for ever if empty. */
    Optional<Duration> log() {
        return log;
    }

    /** Goes everything at once that nobody compares? */
    boolean leavesTombstoneOnly() {
        return log.filter(Duration::isZero).isPresent();
    }
}
