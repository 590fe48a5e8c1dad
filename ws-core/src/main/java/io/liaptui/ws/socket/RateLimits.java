package io.liaptui.ws.socket;

import io.liaptui.ws.limits.Rate;
import io.liaptui.ws.limits.TokenBucket;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How often one socket may say what (docs/protocol.md 12): a token bucket per event, full at first, refilled over 60 s. Pings may
 * come more often than there, so that latency can be measured. One thread at a time.
 */
final class RateLimits {
    private static final int DEFAULT = 75;
    private static final Map<String, Integer> PER_MINUTE = Map.ofEntries(
            Map.entry("ping", 1_800),
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
    private static final Rate STRIKES = new Rate(100, 1_000_000_000);

    private final Map<String, TokenBucket> buckets = new HashMap<>();
    private @Nullable TokenBucket strikes;
    private final Set<String> gameEvents;
    private final double pace;

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
        TokenBucket bucket = buckets.computeIfAbsent(
                key,
                name -> new TokenBucket(
                        Rate.perMinute(PER_MINUTE.getOrDefault(name, DEFAULT) / (game ? pace : 1)), now));
        return bucket.take(now) ? Verdict.PASS : refuse(now);
    }

    /** What is to be done with a message that must not pass, for a reason of this socket or another one. */
    Verdict refuse(long now) {
        TokenBucket left = strikes == null ? new TokenBucket(STRIKES, now) : strikes;
        strikes = left;
        return left.take(now) ? Verdict.REFUSE : Verdict.CLOSE;
    }
}
