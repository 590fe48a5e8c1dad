package io.liaptui.common.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The Lua scripts, for Redis 6.2 and later; the files stand beside this class. Room scripts take the keys hash, log,
 * snapshot, seats, and answer an array whose first value names the answer. A native image must include {@code *.lua}.
 */
public enum Script {
    CREATE("room.lua", "create.lua"),
    CLAIM("room.lua", "claim.lua"),
    APPEND("room.lua", "append.lua"),
    BIND("room.lua", "bind.lua"),
    CLOSE("room.lua", "close.lua"),
    HANDOVER("room.lua", "handover.lua"),
    RESTORE("room.lua", "restore.lua"),
    /** Answers {@code Rewritten}, or why not: {@code Missing}, {@code InUse}, {@code Changed}. */
    REWRITE("room.lua", "rewrite.lua"),
    /**
     * Keys {@link RedisKeys#NODES} and {@link RedisKeys#NODES_SEEN}; answers Redis' time in milliseconds and all rows as
     * {@code HGETALL} does.
     */
    BEAT("beat.lua"),
    /**
     * Keys as {@link #BEAT} and {@link RedisKeys#NODES_LEFT}; answers {@code Granted}, {@code TooSoon} after another's
     * grant, or {@code Last} if nobody else is ready.
     */
    LEAVE("leave.lua"),
    /** Read-only; keys hash, log, seats. What a page of a room's history is made of. */
    PAGE("log.lua", "page.lua"),
    /** Read-only; keys hash, log, seats, snapshot. What a room's state after some event is folded from. */
    PAST("log.lua", "past.lua"),
    /** Read-only; keys as {@link #BEAT}; answers id and row of each node that beat in the last 3 s. */
    LIVING("living.lua"),
    /** Key {@link RedisKeys#MINUTES}; answers {@code Written} or {@code Already}. */
    MINUTE("minute.lua"),
    /** Keys {@link io.liaptui.common.board.BoardKeys#all}; answers {@code Counted} or {@code Already}. */
    SCORE("score.lua"),
    /** Keys as {@link #SCORE}; answers how many players were forgotten. */
    FORGET("forget.lua"),
    /** Key {@link RedisKeys#BANS}; answers {@code Banned} and its end, or {@code Full} and how many there are. */
    BAN("ban.lua"),
    /** Key {@link RedisKeys#BANS}; answers {@code Lifted} or {@code Unknown}. */
    LIFT("lift.lua"),
    /**
     * Read-only; key {@link RedisKeys#BANS}; answers {@code Same}, or {@code Bans}, the version, Redis' time in
     * milliseconds, and field and text of each ban.
     */
    BANS("bans.lua");

    private final String text;
    private final String sha;

    Script(String... files) {
        StringBuilder all = new StringBuilder();
        for (String file : files) {
            all.append(read(file));
        }
        text = all.toString();
        sha = sha1(text);
    }

    /** For {@code SCRIPT LOAD}. */
    public String text() {
        return text;
    }

    /** For {@code EVALSHA}. */
    public String sha() {
        return sha;
    }

    private static String read(String file) {
        try (InputStream in = Script.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the script " + file + " is not in this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha1(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
