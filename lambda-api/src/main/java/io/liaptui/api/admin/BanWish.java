package io.liaptui.api.admin;

import io.liaptui.api.http.Parameters;
import io.liaptui.common.bans.AddressRange;
import io.liaptui.common.bans.Ban;
import io.liaptui.common.bans.NamePattern;
import io.liaptui.common.ids.RoomId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the body of a ban says.
 *
 * @param room for a seat, which is looked up then
 */
record BanWish(Ban.Kind kind, String value, Optional<RoomId> room, SeatWish seat, Duration lasts, String reason) {
    static final String[] FIELDS = {"address", "browser", "name", "room", "seat", "player", "hours", "reason"};

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int LONGEST_VALUE = 64;
    private static final int LONGEST_REASON = 200;
    private static final int USUAL_HOURS = 24;

    /**
     * @throws Refused with 422 if it says no one thing, or something that cannot be meant
     */
    static BanWish of(CommandBody body) {
        List<BanWish> wishes = new ArrayList<>();
        Duration lasts = Duration.ofHours(body.number("hours", USUAL_HOURS, 1, (int) Ban.LONGEST.toHours()));
        String reason = body.optional("reason", LONGEST_REASON).orElse("");
        body.optional("address", LONGEST_VALUE)
                .ifPresent(text -> wishes.add(plain(Ban.Kind.ADDRESS, address(text), lasts, reason)));
        body.optional("browser", LONGEST_VALUE)
                .ifPresent(text -> wishes.add(plain(Ban.Kind.BROWSER, browser(text), lasts, reason)));
        body.optional("name", LONGEST_VALUE)
                .ifPresent(text -> wishes.add(plain(Ban.Kind.NAME, name(text), lasts, reason)));
        body.optional("room", LONGEST_VALUE)
                .ifPresent(text -> wishes.add(new BanWish(
                        Ban.Kind.SEAT, "", Optional.of(Parameters.room(text)), SeatWish.of(body), lasts, reason)));
        if (wishes.size() != 1) {
            throw new Refused(
                    422,
                    "Say what to ban: 'address', 'browser', 'name', or 'room' with 'seat' or 'player'. One of them.");
        }
        return wishes.getFirst();
    }

    private static BanWish plain(Ban.Kind kind, String value, Duration lasts, String reason) {
        return new BanWish(kind, value, Optional.empty(), SeatWish.NONE, lasts, reason);
    }

    private static String address(String text) {
        AddressRange range = AddressRange.parse(text)
                .orElseThrow(
                        () -> new Refused(
                                422,
                                "'address' must be an address or a range, such as 203.0.113.9, 203.0.113.0/24 or 2001:db8::/48."));
        if (range.isTooBroad()) {
            throw new Refused(422, "'address' has too many addresses: at least /8 for IPv4 and /19 for IPv6.");
        }
        return range.toString();
    }

    private static String browser(String text) {
        if (!HASH.matcher(text).matches()) {
            throw new Refused(
                    422,
                    "'browser' must be the SHA-256 of a browser's secret in 64 hexadecimal digits, as bans show it. Never"
                            + " send the secret itself.");
        }
        return text;
    }

    private static String name(String text) {
        if (!new NamePattern(text).isMeant()) {
            throw new Refused(
                    422, "'name' must be a name, or at least two letters of it with * before or after them: *spam*.");
        }
        return text;
    }
}
