package io.liaptui.common.redis;

/** Fields of the room hash. Numbers are decimal text, times milliseconds since 1970. */
public final class RoomFields {
    /** Name of the game, such as {@code liaptui}. */
    public static final String GAME = "game";
    /** Node id of the owner; never empty. */
    public static final String OWNER = "owner";
    /** Life of the owning room actor. */
    public static final String EPOCH = "epoch";
    /** Number of stored entries. */
    public static final String VERSION = "version";
    /** Number of events in all entries. */
    public static final String EVENTS = "events";
    /** {@code open running finished archived closed broken}. */
    public static final String STATUS = "status";
    /** Highest schema ever written. */
    public static final String SCHEMA = "schema";
    /** Name of the host. */
    public static final String HOST = "host";
    /** JSON array by seat: {@code null} or {@code {"name","is_bot","is_host","avatar_color"}}. */
    public static final String SEATS = "seats";

    public static final String CREATED = "created";
    public static final String TOUCHED = "touched";
    /** Build id of the last writer. */
    public static final String BUILD = "build";
    /** Ticking games: tick up to which frames may be shown. */
    public static final String UNTIL = "until";
    /**
     * Versions that Redis lost and nobody had any more: ranges {@code from-to} in rising order, both included, separated by
     * commas, such as {@code 5-17,40-40}. Absent if the log is whole.
     */
    public static final String HOLE = "hole";
    /** Makes a repeated create recognisable. */
    public static final String CREATE_ID = "createId";
    /**
     * A short digest of the client address that made the room, to count rooms by; not there once the room is over. No
     * secret: there are few addresses.
     */
    public static final String MAKER = "maker";
    /** How often the room changed its owner. */
    public static final String MOVES = "moves";

    /** Whose seats the host gave away lately: {@link RemovedSeats}. Absent if nobody's. */
    public static final String REMOVED = "removed";

    private RoomFields() {}
}
