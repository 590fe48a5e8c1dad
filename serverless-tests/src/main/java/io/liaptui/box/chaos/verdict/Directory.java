package io.liaptui.box.chaos.verdict;

import io.liaptui.box.redis.RedisAdmin;
import io.vertx.core.json.JsonObject;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One look at who is said to run what: the hash of each room, the lists, the set of each node and what each node says of
 * itself. Rooms come and go meanwhile, so only what stays over several looks is wrong.
 */
public final class Directory {
    private static final List<String> LISTS = List.of("rooms:open", "rooms:live", "rooms:done");
    private static final Set<String> RUN = Set.of("open", "running", "finished");

    private final RedisAdmin redis;
    private final Map<String, Set<String>> lists = new LinkedHashMap<>();
    private final Map<String, JsonObject> nodes = new TreeMap<>();
    private final Map<String, Long> beats = new HashMap<>();
    private final Set<String> alive = new HashSet<>();
    private final Map<String, String> owners = new HashMap<>();
    private final Map<String, String> statuses = new HashMap<>();

    public Directory(RedisAdmin redis) {
        this.redis = redis;
    }

    /**
     * Looks. From the second look on it is known which nodes live: those whose beat moved since the one before.
     *
     * @param playing rooms in which games are known to run
     * @return what is wrong now
     */
    public Set<Finding> look(Collection<String> playing) throws IOException, InterruptedException {
        lists.clear();
        nodes.clear();
        owners.clear();
        statuses.clear();
        read(playing);
        return judge(playing);
    }

    /** Ids of the nodes that live and take rooms, as of the last two looks. */
    public Set<String> ready() {
        return alive.stream()
                .filter(id ->
                        "Ready".equals(nodes.getOrDefault(id, new JsonObject()).getString("state")))
                .collect(Collectors.toSet());
    }

    /** The owner of each of these rooms; rooms without one are left out. */
    public static Map<String, String> owners(RedisAdmin redis, Collection<String> rooms)
            throws IOException, InterruptedException {
        Directory directory = new Directory(redis);
        directory.readRooms(rooms);
        return directory.owners;
    }

    /** How often each of these rooms has changed its owner; rooms that are gone are left out. */
    public static Map<String, Long> moves(RedisAdmin redis, Collection<String> rooms)
            throws IOException, InterruptedException {
        return numbers(redis, rooms, "moves");
    }

    /** The newest version of each of these rooms; rooms that are gone are left out. */
    public static Map<String, Long> versions(RedisAdmin redis, Collection<String> rooms)
            throws IOException, InterruptedException {
        return numbers(redis, rooms, "version");
    }

    private static Map<String, Long> numbers(RedisAdmin redis, Collection<String> rooms, String field)
            throws IOException, InterruptedException {
        List<String> ordered = List.copyOf(rooms);
        List<@Nullable Response> answers = redis.ask(ordered.stream()
                .map(room -> RedisAdmin.request(Command.HGET, "{room:" + room + "}", field))
                .toList());
        Map<String, Long> numbers = new HashMap<>();
        for (int i = 0; i < ordered.size(); i++) {
            Response answer = answers.get(i);
            if (answer != null) {
                numbers.put(ordered.get(i), answer.toLong());
            }
        }
        return numbers;
    }

    private void read(Collection<String> playing) throws IOException, InterruptedException {
        Set<String> rooms = new HashSet<>(playing);
        for (String list : LISTS) {
            Set<String> members = texts(redis.ask(Command.ZRANGE, list, 0, -1));
            lists.put(list, members);
            rooms.addAll(members);
        }
        Response rows = redis.ask(Command.HGETALL, "{nodes}");
        if (rows != null) {
            for (String node : rows.getKeys()) {
                JsonObject row = new JsonObject(rows.get(node).toString());
                nodes.put(node, row);
                Long before = beats.put(node, row.getLong("beat"));
                if (before != null && !before.equals(row.getLong("beat"))) {
                    alive.add(node);
                } else {
                    alive.remove(node);
                }
            }
        }
        readRooms(rooms);
    }

    private void readRooms(Collection<String> rooms) throws IOException, InterruptedException {
        List<String> ordered = List.copyOf(rooms);
        List<Request> requests = ordered.stream()
                .map(room -> RedisAdmin.request(Command.HMGET, "{room:" + room + "}", "owner", "status"))
                .toList();
        List<@Nullable Response> answers = redis.ask(requests);
        for (int i = 0; i < ordered.size(); i++) {
            Response fields = answers.get(i);
            if (fields != null && fields.get(0) != null) {
                owners.put(ordered.get(i), fields.get(0).toString());
                statuses.put(ordered.get(i), String.valueOf(fields.get(1)));
            }
        }
    }

    private Set<Finding> judge(Collection<String> playing) throws IOException, InterruptedException {
        Set<Finding> findings = new HashSet<>();
        lists.forEach((list, rooms) -> rooms.stream()
                .filter(room -> !RUN.contains(statuses.getOrDefault(room, "gone")))
                .forEach(room -> findings.add(new Finding(
                        Finding.Kind.GHOST,
                        room,
                        list + " names it, but it is " + statuses.getOrDefault(room, "gone")))));
        Map<String, Set<String>> owned = new HashMap<>();
        statuses.forEach((room, status) -> {
            if (RUN.contains(status)) {
                owned.computeIfAbsent(String.valueOf(owners.get(room)), first -> new HashSet<>())
                        .add(room);
            }
        });
        for (String room : playing) {
            place(room).ifPresent(findings::add);
        }
        owned.forEach((node, rooms) -> {
            if (!isThere(node)) {
                rooms.forEach(room ->
                        findings.add(new Finding(Finding.Kind.HIDDEN, room, "its owner " + node + " is not there")));
            }
        });
        findings.addAll(counts(owned));
        findings.addAll(sets(owned));
        return findings;
    }

    private Optional<Finding> place(String room) {
        String status = statuses.getOrDefault(room, "gone");
        if (status.equals("gone")) {
            return Optional.of(new Finding(Finding.Kind.DROPPED_GAME, room, "a game is played in it, but it is gone"));
        }
        return status.equals("running")
                        && !lists.getOrDefault("rooms:live", Set.of()).contains(room)
                ? Optional.of(new Finding(Finding.Kind.HIDDEN, room, "rooms:live does not name it"))
                : Optional.empty();
    }

    private boolean isThere(String node) {
        return alive.contains(node);
    }

    /** What each node says of itself against what it owns. */
    private List<Finding> counts(Map<String, Set<String>> owned) {
        List<Finding> findings = new ArrayList<>();
        nodes.forEach((node, row) -> {
            int runs = row.getInteger("rooms", 0);
            int owns = owned.getOrDefault(node, Set.of()).size();
            if (alive.contains(node) && runs != owns) {
                findings.add(new Finding(
                        runs > owns ? Finding.Kind.TWIN : Finding.Kind.DROPPED_GAME,
                        "",
                        node + (runs > owns ? " runs more rooms than it owns" : " does not run all rooms it owns")));
            }
        });
        return findings;
    }

    /** Each node's set names at least what it owns. */
    private List<Finding> sets(Map<String, Set<String>> owned) throws IOException, InterruptedException {
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<String, Set<String>> each : owned.entrySet()) {
            Set<String> set = texts(redis.ask(Command.SMEMBERS, "{node:" + each.getKey() + "}:rooms"));
            each.getValue().stream()
                    .filter(room -> !set.contains(room))
                    .forEach(room -> findings.add(new Finding(
                            Finding.Kind.HIDDEN, room, "the set of its owner " + each.getKey() + " does not name it")));
        }
        return findings;
    }

    private static Set<String> texts(@Nullable Response answer) {
        Set<String> texts = new HashSet<>();
        if (answer != null) {
            answer.forEach(text -> texts.add(text.toString()));
        }
        return texts;
    }
}
