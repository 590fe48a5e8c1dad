package io.liaptui.box.chaos.verdict;

import io.liaptui.box.moves.Move;
import io.liaptui.box.redis.RedisAdmin;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the logs of the rooms in play as they grow, so that it is seen if an entry ever changes or goes, and compares
 * them with what players were shown. Thread-safe; its thread reads once a second.
 */
public final class Histories implements AutoCloseable {
    private static final long EVERY_MILLIS = 1_000;
    private static final int TRIES = 60;

    private final Supplier<RedisAdmin> redis;
    private final Map<String, RoomLog> logs = new ConcurrentHashMap<>();
    private final Thread reader;

    /**
     * @param redis the primary, also after a fail-over
     */
    public Histories(Supplier<RedisAdmin> redis) {
        this.redis = redis;
        this.reader = Thread.ofVirtual().name("histories").start(this::keepReading);
    }

    /** From now on this room's log is read as it grows. */
    public void follow(String room) {
        logs.put(room, new RoomLog(room));
    }

    /** The room is over. */
    public void forget(String room) {
        logs.remove(room);
    }

    private void keepReading() {
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(EVERY_MILLIS);
                readNew();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Reads what is new in all logs; nothing if Redis is away. */
    public void readNew() throws InterruptedException {
        List<RoomLog> followed = new ArrayList<>();
        List<Request> requests = new ArrayList<>();
        logs.forEach((room, log) -> {
            synchronized (log) {
                followed.add(log);
                requests.add(range(room, (log.last() + 1) + "-0"));
            }
        });
        try {
            List<@Nullable Response> answers = redis.get().ask(requests);
            for (int i = 0; i < answers.size(); i++) {
                RoomLog log = followed.get(i);
                synchronized (log) {
                    log.add(entries(answers.get(i)));
                }
            }
        } catch (IOException e) {
            // In the middle of a fault; the next second tries again
        }
    }

    /** Compares what was shown with what is stored now. Waits up to a minute for Redis. */
    public Judgement compare(String room, List<Shown> shown) throws InterruptedException {
        RoomLog log = logs.computeIfAbsent(room, RoomLog::new);
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            try {
                List<LogEntry> whole = entries(redis.get().ask(Command.XRANGE, key(room), "-", "+"));
                synchronized (log) {
                    List<Finding> findings = new ArrayList<>(log.now(whole));
                    return new Judgement(compare(room, log.moves(), shown, findings), findings);
                }
            } catch (IOException e) {
                TimeUnit.MILLISECONDS.sleep(EVERY_MILLIS);
            }
        }
        return new Judgement(0, List.of(new Finding(Finding.Kind.NOT_COMPARED, room, "Redis does not answer")));
    }

    private static int compare(String room, List<Move> stored, List<Shown> shown, List<Finding> findings) {
        Map<Move, Integer> places = new HashMap<>();
        Set<String> occasions = new HashSet<>();
        for (Move move : stored) {
            places.putIfAbsent(move, places.size());
            if (!occasions.add(move.occasion())) {
                findings.add(new Finding(Finding.Kind.DOUBLED_MOVE, room, move.occasion()));
            }
        }
        Set<Move> compared = new HashSet<>();
        for (Shown player : shown) {
            int last = -1;
            for (Move move : player.moves()) {
                compared.add(move);
                Integer place = places.get(move);
                if (place == null) {
                    findings.add(new Finding(
                            Finding.Kind.LOST_MOVE, room, player.player() + " saw " + move + ", which is not stored"));
                } else if (move.turn() >= 0) {
                    // Answers about a redeal are shown by seat
                    if (place < last) {
                        findings.add(new Finding(Finding.Kind.REORDERED_MOVE, room, player.player() + " saw " + move));
                    }
                    last = place;
                }
            }
        }
        return compared.size();
    }

    private static Request range(String room, String from) {
        return RedisAdmin.request(Command.XRANGE, key(room), from, "+");
    }

    private static String key(String room) {
        return "{room:" + room + "}:log";
    }

    private static List<LogEntry> entries(@Nullable Response answer) {
        List<LogEntry> entries = new ArrayList<>();
        if (answer != null) {
            answer.forEach(element -> entries.add(LogEntry.of(element)));
        }
        return entries;
    }

    @Override
    public void close() {
        reader.interrupt();
    }
}
