package io.liaptui.box.journeys;

import io.liaptui.box.redis.RedisAdmin;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A room in Redis in which a game that was really played is played again and again, hundreds of rounds long: what nodes
 * write, only more of it.
 */
final class LongGame {
    private static final String COPY = "LONGER";
    private static final int AT_ONCE = 500;

    private final RedisAdmin redis;

    LongGame(RedisAdmin redis) {
        this.redis = redis;
    }

    /** One stored batch. */
    private record Batch(Map<String, String> fields) {
        String events() {
            return fields.getOrDefault("ev", "");
        }

        /** None has an event within an event, so each is counted by its type. */
        int count() {
            return events().split("\\{\"type\":", -1).length - 1;
        }

        Batch from(long first) {
            Map<String, String> other = new LinkedHashMap<>(fields);
            other.put("first", Long.toString(first));
            // Of a state in which the game began at another time
            other.remove("h");
            return new Batch(other);
        }
    }

    /** A room of at least so many rounds, made of the game in this one; returns its number of events. */
    long of(String room, int rounds) throws IOException, InterruptedException {
        List<Batch> log = read(room);
        int begin = indexOf(log, "\"room.started\"");
        int end = indexOf(log, "\"room.finished\"") + 1;
        List<Batch> game = log.subList(begin, end);
        long played = game.stream()
                .filter(batch -> batch.events().contains("\"liaptui.dealt\""))
                .count();
        List<Batch> longer = new ArrayList<>(log.subList(0, begin));
        for (long dealt = 0; dealt < rounds; dealt += played) {
            longer.addAll(game);
        }
        longer.addAll(log.subList(end, log.size()));
        return write(room, longer);
    }

    String room() {
        return COPY;
    }

    void delete() throws IOException, InterruptedException {
        redis.ask(Command.DEL, hash(COPY), hash(COPY) + ":log");
    }

    private static int indexOf(List<Batch> log, String type) {
        for (int i = 0; i < log.size(); i++) {
            if (log.get(i).events().contains(type)) {
                return i;
            }
        }
        throw new AssertionError("no " + type + " in " + log.size() + " batches");
    }

    private List<Batch> read(String room) throws IOException, InterruptedException {
        List<Batch> log = new ArrayList<>();
        Response entries = redis.ask(Command.XRANGE, hash(room) + ":log", "-", "+");
        for (Response entry : entries == null ? List.<Response>of() : entries) {
            Map<String, String> fields = new LinkedHashMap<>();
            Response flat = entry.get(1);
            for (int i = 0; i < flat.size(); i += 2) {
                fields.put(flat.get(i).toString(), flat.get(i + 1).toString());
            }
            log.add(new Batch(fields));
        }
        return log;
    }

    private long write(String room, List<Batch> log) throws IOException, InterruptedException {
        delete();
        long events = 0;
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < log.size(); i++) {
            Request add = RedisAdmin.request(Command.XADD, hash(COPY) + ":log", (i + 1) + "-0");
            log.get(i).from(events + 1).fields().forEach((name, value) -> add.arg(name)
                    .arg(value));
            requests.add(add);
            events += log.get(i).count();
        }
        for (int from = 0; from < requests.size(); from += AT_ONCE) {
            redis.ask(requests.subList(from, Math.min(requests.size(), from + AT_ONCE)));
        }
        Request copy = RedisAdmin.request(Command.HSET, hash(COPY));
        Response fields = redis.ask(Command.HGETALL, hash(room));
        for (String name : fields == null ? List.<String>of() : fields.getKeys()) {
            copy.arg(name).arg(fields.get(name).toString());
        }
        copy.arg("events")
                .arg(events)
                .arg("version")
                .arg(log.size())
                .arg("status")
                .arg("closed");
        redis.ask(List.of(copy));
        return events;
    }

    private static String hash(String room) {
        return "{room:" + room + "}";
    }
}
