package io.liaptui.ws.room;

import io.liaptui.common.games.GameModule;
import io.liaptui.common.games.GameTimer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What rooms are run with.
 *
 * @param pace multiplies every wait that belongs to a game; 1 as specified, 0 immediate
 * @param think a bot thinks between its first and second value
 * @param timers overrides by game and timer, before the pace
 * @param options of games, by game and option
 * @param seed repeats deals and bots, if given
 * @param grace of the network, untouched by the pace
 * @param turnLimit how long a connected human may leave a decision open before a bot makes this one; untouched by the pace
 * @param limits how many rooms there may be
 */
public record RoomSettings(
        double pace,
        Range think,
        Map<String, Map<String, Duration>> timers,
        Map<String, Map<String, String>> options,
        Optional<String> seed,
        Grace grace,
        Optional<Duration> turnLimit,
        Limits limits) {

    /** Of whom nothing came for so long though it was awaited, the host may let the stand-in play. Untouched by the pace. */
    static final Duration IDLE = Duration.ofSeconds(30);

    /** No pace makes a wait for a human shorter. */
    private static final Duration HUMAN_LIMIT = Duration.ofSeconds(2);

    /** With no other limit to the number of rooms than what nodes take. */
    public RoomSettings(
            double pace,
            Range think,
            Map<String, Map<String, Duration>> timers,
            Map<String, Map<String, String>> options,
            Optional<String> seed,
            Grace grace,
            Optional<Duration> turnLimit) {
        this(pace, think, timers, options, seed, grace, turnLimit, new Limits(0, 0));
    }

    /** Without a turn limit. */
    public RoomSettings(
            double pace,
            Range think,
            Map<String, Map<String, Duration>> timers,
            Map<String, Map<String, String>> options,
            Optional<String> seed,
            Grace grace) {
        this(pace, think, timers, options, seed, grace, Optional.empty());
    }

    /**
     * How many rooms may be made; 0 for no limit.
     *
     * @param perAddress of one client's address, open or running, on one node
     * @param fleet in all, beside what the nodes take
     */
    public record Limits(int perAddress, int fleet) {}

    public record Range(Duration from, Duration to) {}

    /**
     * How long the network may make a player absent.
     *
     * @param waiting in a room that waits for players (docs/protocol.md 9, no. 5)
     * @param playing in a game, which every human leaves and enters again at its start
     * @param arriving from getting a seat to the first socket in the room
     * @param moved after the room or the socket's node went away
     * @param deserted a game without a human is given up
     * @param finished a finished room without a human is given up, unless somebody was away at its end
     * @param shown a finished room is given up, whoever still looks at it
     * @param idleHost a room that waits for players is given up when its host has done nothing for so long
     */
    public record Grace(
            Duration waiting,
            Duration playing,
            Duration arriving,
            Duration moved,
            Duration deserted,
            Duration finished,
            Duration shown,
            Duration idleHost) {
        /** With the usual patience with people who are there. */
        public Grace(
                Duration waiting,
                Duration playing,
                Duration arriving,
                Duration moved,
                Duration deserted,
                Duration finished) {
            this(waiting, playing, arriving, moved, deserted, finished, Duration.ofMinutes(10), Duration.ofHours(1));
        }

        /** A node that gives its rooms away asks its sockets' clients to come back within this time. */
        private static final Duration RECONNECT_DELAY = Duration.ofSeconds(5);

        /** From being sent to another node to the first socket there. */
        Duration sent() {
            return RECONNECT_DELAY.plus(moved);
        }
    }

    /** How long each timer of a game takes here. */
    Map<String, Duration> timersOf(GameModule<?, ?, ?> game) {
        Map<String, Duration> durations = new TreeMap<>();
        for (GameTimer timer : game.timers()) {
            Duration normal = timers.getOrDefault(game.name(), Map.of()).getOrDefault(timer.name(), timer.normal());
            Duration paced = scaled(normal);
            durations.put(timer.name(), timer.forHumans() && paced.compareTo(HUMAN_LIMIT) < 0 ? HUMAN_LIMIT : paced);
        }
        return durations;
    }

    Map<String, String> optionsOf(String game) {
        return options.getOrDefault(game, Map.of());
    }

    /**
     * @param pondering where in the range, 0 to 1
     */
    Duration thinkTime(double pondering) {
        long span = think.to().toMillis() - think.from().toMillis();
        return scaled(think.from().plusMillis(Math.round(span * pondering)));
    }

    private Duration scaled(Duration normal) {
        return Duration.ofMillis(Math.round(normal.toMillis() * pace));
    }
}
