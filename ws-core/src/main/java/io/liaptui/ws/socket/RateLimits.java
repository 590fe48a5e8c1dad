package io.liaptui.ws.socket;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How often one socket may say what (docs/protocol.md 12): a token bucket per event, full at first, refilled over 60 s.
 * One thread at a time.
 */
final class RateLimits {
    private static final long WINDOW_MILLIS = 60_000;
    private static final int DEFAULT = 75;
    private static final Map<String, Integer> PER_MINUTE = Map.ofEntries(
            Map.entry("ping", 144),
            Map.entry("get_rooms", 36),
            Map.entry("request_room_list", 36),
            Map.entry("create_room", 7),
            Map.entry("join_room", 15),
            Map.entry("get_room_state", 72),
            Map.entry("add_bot", 15),
            Map.entry("remove_player", 15),
            Map.entry("player_ready", 15),
            Map.entry("start_game", 4),
            Map.entry("declare", 12),
            Map.entry("play", 60),
            Map.entry("play_pieces", 60),
            Map.entry("accept_redeal", 15),
            Map.entry("decline_redeal", 15),
            Map.entry("request_redeal", 4),
            Map.entry("redeal_decision", 7),
            Map.entry("leave_room", 7),
            Map.entry("leave_game", 4),
            Map.entry("ack", 300));

    /** Refused messages a socket may send in a row before it is closed; one is forgiven each second. */
    private static final int STRIKES = 100;

    private final Map<String, Bucket> buckets = new HashMap<>();
    private @Nullable Bucket strikes;
    private final Set<String> gameEvents;
    private final double pace;

    /** Tokens that come back over time. */
    private static final class Bucket {
        private final double capacity;
        private final double perMilli;
        private double tokens;
        private long at;

        /**
         * @param fillMillis from empty to full
         */
        Bucket(double capacity, double fillMillis, long now) {
            this.capacity = capacity;
            this.perMilli = capacity / fillMillis;
            this.tokens = capacity;
            this.at = now;
        }

        boolean take(long now) {
            tokens = Math.min(capacity, tokens + (now - at) * perMilli);
            at = now;
            if (tokens < 1) {
                return false;
            }
            tokens--;
            return true;
        }
    }

    /**
     * @param pace divides the limits of game actions; at 0 they have none
     */
    RateLimits(Set<String> gameEvents, double pace) {
        this.gameEvents = gameEvents;
        this.pace = pace;
    }

    /** What is to be done with a message. */
    enum Verdict {
        PASS,
        /** Too often: not carried out. */
        REFUSE,
        /** Too often for too long: close the socket. */
        CLOSE
    }

    /**
     * @param now monotonic milliseconds
     */
    Verdict judge(String event, long now) {
        boolean game = gameEvents.contains(event);
        if (game && pace == 0) {
            return Verdict.PASS;
        }
        String key = PER_MINUTE.containsKey(event) || game ? event : "";
        Bucket bucket = buckets.computeIfAbsent(key, name -> {
            double limit = PER_MINUTE.getOrDefault(name, DEFAULT) / (game ? pace : 1);
            return new Bucket(Math.max(1, limit), WINDOW_MILLIS * Math.max(1, 1 / limit), now);
        });
        if (bucket.take(now)) {
            return Verdict.PASS;
        }
        Bucket left = strikes == null ? new Bucket(STRIKES, STRIKES * 1000.0, now) : strikes;
        strikes = left;
        return left.take(now) ? Verdict.REFUSE : Verdict.CLOSE;
    }
}
