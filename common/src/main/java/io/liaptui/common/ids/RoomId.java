package io.liaptui.common.ids;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Names a room. New rooms get six upper-case hexadecimal digits, because the join dialog of the existing client
 * upper-cases and cuts at six.
 *
 * @param value 1 to 6 of {@code A-Z 0-9}
 */
public record RoomId(String value) {
    private static final int DIGITS = 6;
    private static final Pattern FORM = Pattern.compile("[A-Z0-9]{1,6}");

    public RoomId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("a room id is 1 to 6 of A-Z and 0-9");
        }
    }

    /** As people type it, in any case; empty for text that cannot be a room's id. */
    public static Optional<RoomId> parse(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        return isValid(upper) ? Optional.of(new RoomId(upper)) : Optional.empty();
    }

    /** A new id; whoever uses it must still find out that it is free. */
    public static RoomId random(RandomGenerator random) {
        return of(random.nextInt(1 << 24));
    }

    /**
     * The id for a room that a browser asks for: the same for the same request, and nobody else can tell which it will be.
     *
     * @param sid the browser's secret
     * @param request id of the client's message
     * @param tries how many ids were taken already
     */
    public static RoomId of(String sid, String request, int tries) {
        String hash = Token.sha256(sid + "\ncreate\n" + request + '\n' + tries);
        return of(Integer.parseInt(hash.substring(0, DIGITS), 16));
    }

    private static RoomId of(int number) {
        return new RoomId(HexFormat.of().withUpperCase().toHexDigits(number, DIGITS));
    }

    private static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
