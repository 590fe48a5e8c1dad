package io.liaptui.common.bans;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/**
 * One ban. Redis keeps it in the hash {@code {bans}} under {@code b:<id>}, as its end in ms of Redis' time, a space, and
 * the rest as JSON.
 *
 * @param id 16 hexadecimal digits
 * @param value what is banned, see {@link Kind}
 * @param label what people call it, such as the seat it was said of; may be empty
 * @param reason shown to who is banned; may be empty
 * @param by the operator, or {@code node} for what followed from another ban
 * @param at when it was said, ms since 1970
 * @param until when it ends, ms since 1970 by Redis' clock
 */
public record Ban(String id, Kind kind, String value, String label, String reason, String by, long at, long until) {
    /** Bans that there may be at a time: nodes compare each newcomer with all of them. */
    public static final int MOST = 1000;

    /** No ban is for ever: what nobody remembers goes away. */
    public static final Duration LONGEST = Duration.ofDays(366);

    /** First part of a ban's field. */
    public static final String FIELD = "b:";

    /** What a ban is about. */
    public enum Kind {
        /** An {@link AddressRange}. */
        ADDRESS,
        /** SHA-256 of a browser's secret, in hexadecimal. */
        BROWSER,
        /** SHA-256 of a seat's token, in hexadecimal: nodes ban the browser that shows it, too. */
        SEAT,
        /** A {@link NamePattern}, refused for new seats. */
        NAME;

        /** As in Redis and in answers. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * Reads what {@link #text} wrote.
         *
         * @throws IllegalArgumentException for one that this release does not know
         */
        public static Kind of(String text) {
            return Arrays.stream(values())
                    .filter(kind -> kind.text().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("a kind of ban that this release does not know"));
        }
    }

    /** The same for the same: banning again changes the end. */
    public static String idOf(Kind kind, String value) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((kind.text() + '\n' + value).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The same with another end. */
    public Ban ending(long end) {
        return new Ban(id, kind, value, label, reason, by, at, end);
    }
}
