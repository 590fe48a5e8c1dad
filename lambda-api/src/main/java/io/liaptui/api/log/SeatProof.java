package io.liaptui.api.log;

import io.liaptui.common.ids.BrowserSecrets;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.ids.Token;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says who looks at a room. A seat belongs to whoever shows its secret: the token itself, or the browser's cookie, of
 * which the token of each name is made. Names alone prove nothing; a wrong secret makes a spectator.
 *
 * @param bearer the {@code Authorization} header
 * @param cookies each {@code Cookie} header
 */
public record SeatProof(@Nullable String bearer, @Nullable List<String> cookies) {
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([0-9a-f]{64})");
    private static final Pattern SEAT = Pattern.compile("t:(\\d{1,2})");

    /** The seat that is proved. A token names one seat; a cookie may hold several, of which the first counts, and of several
     * cookies the first that fits. */
    Optional<Seat> seat(RoomId room, Map<String, String> seats) {
        Matcher given = BEARER.matcher(bearer == null ? "" : bearer.strip());
        Optional<Seat> byToken = given.matches() ? find(seats, name -> new Token(given.group(1))) : Optional.empty();
        if (byToken.isPresent() || cookies == null) {
            return byToken;
        }
        return BrowserSecrets.of(cookies).stream()
                .flatMap(sid -> find(seats, name -> Token.of(sid, room, name)).stream())
                .findFirst();
    }

    private static Optional<Seat> find(Map<String, String> seats, java.util.function.Function<String, Token> shown) {
        return seats.keySet().stream()
                .map(SEAT::matcher)
                .filter(Matcher::matches)
                .map(matcher -> new Seat(Integer.parseInt(matcher.group(1))))
                .sorted()
                .filter(seat -> {
                    String player = seats.get("p:" + seat.index());
                    String stored = seats.getOrDefault("t:" + seat.index(), "");
                    return player != null && isSame(stored, shown.apply(player).hash());
                })
                .findFirst();
    }

    /** In a time that does not tell how much of it was right. */
    private static boolean isSame(String stored, String shown) {
        return !stored.isEmpty()
                && MessageDigest.isEqual(
                        stored.getBytes(StandardCharsets.US_ASCII), shown.getBytes(StandardCharsets.US_ASCII));
    }
}
