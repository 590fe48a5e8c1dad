package io.liaptui.common.ids;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The secret of one seat. Who shows it acts for the seat; the name alone opens nothing. Only its {@link #hash} is
 * stored.
 *
 * @param value 64 hexadecimal digits
 */
public record Token(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public Token {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a seat token is 64 lower-case hexadecimal digits");
        }
    }

    /** The token of a browser (cookie {@code liap_sid}) for one name in one room: two names are two seats. */
    public static Token of(String sid, RoomId room, String playerName) {
        return new Token(sha256(sid + '\n' + room.value() + '\n' + playerName));
    }

    /** What the journal keeps: SHA-256 of the token, in hexadecimal. */
    public String hash() {
        return sha256(value);
    }

    /** Never the secret itself: records end up in logs. */
    @Override
    public String toString() {
        return "Token[hidden]";
    }

    static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
