package io.liaptui.ws.simulation;

import io.liaptui.common.ids.RoomId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What our own client ({@code liap.v2}) remembers over its sockets: how far it has seen its room, and which of its numbered
 * commands have no answer.
 */
final class ClientMemory {
    /** How far somebody has seen; the epoch is 0 before anything was seen. */
    record Seen(long epoch, long frame, long version) {
        static final Seen NOTHING = new Seen(0, 0, 0);
    }

    private static final Pattern ACK = Pattern.compile("\\{\"event\":\"ack\",\"data\":\\{\"command\":(\\d+)}}");

    private final Map<Long, String> open = new LinkedHashMap<>();
    private final String session;
    private long commands;
    private Seen seen = Seen.NOTHING;
    private @Nullable String phase;

    ClientMemory(String name) {
        session = "session-" + name;
    }

    Seen seen() {
        return seen;
    }

    @Nullable
    String phase() {
        return phase;
    }

    /** The first message on a new socket. */
    String ready(RoomId room, String name) {
        String from = seen.epoch() == 0
                ? ""
                : ",\"seen\":{\"epoch\":" + seen.epoch() + ",\"frame\":" + seen.frame() + ",\"version\":"
                        + seen.version() + "}";
        return "{\"event\":\"client_ready\",\"data\":{\"room_id\":\"" + room + "\",\"player_name\":\"" + name
                + "\",\"session\":\"" + session + "\"" + from + "}}";
    }

    /** A command with its number; it waits for its answer from now on. */
    String number(String command) {
        String numbered = command.substring(0, command.length() - 1) + ",\"command\":" + ++commands + "}";
        open.put(commands, numbered);
        return numbered;
    }

    /** To be said again, in this order. */
    List<String> unanswered() {
        return new ArrayList<>(open.values());
    }

    void hear(String text) {
        Matcher ack = ACK.matcher(text);
        if (ack.matches()) {
            open.remove(Long.parseLong(ack.group(1)));
        } else if (text.startsWith("{\"event\":\"phase_change\"")) {
            phase = text;
        } else if (Moves.hasNotStarted(text)) {
            phase = null;
        }
        Position position = Position.of(text);
        if (position != null && !position.more()) {
            seen = position.seen();
        }
    }

    /** What stands beside a message of a step. */
    record Position(Seen seen, boolean full, boolean rewound, boolean more, String message) {
        private static final Pattern SEQ = Pattern.compile(
                ",\"seq\":\\{\"epoch\":(\\d+),\"frame\":(\\d+),\"version\":(\\d+)(,\"full\":true)?(,\"rewound\":true)?(,\"more\":true)?}}$");

        /** Null if the message belongs to no step. */
        static @Nullable Position of(String text) {
            int at = text.lastIndexOf(",\"seq\":{");
            if (at < 0) {
                return null;
            }
            Matcher seq = SEQ.matcher(text);
            if (!seq.find(at)) {
                throw new IllegalArgumentException("not as our client reads it: " + text);
            }
            return new Position(
                    new Seen(Long.parseLong(seq.group(1)), Long.parseLong(seq.group(2)), Long.parseLong(seq.group(3))),
                    seq.group(4) != null,
                    seq.group(5) != null,
                    seq.group(6) != null,
                    text.substring(0, at) + "}");
        }
    }
}
