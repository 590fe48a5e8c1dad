package io.liaptui.api.fleet;

import io.liaptui.api.redis.RedisReads;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.redis.NodeRow;
import io.liaptui.common.redis.NodeStats;
import io.liaptui.common.redis.RedisKeys;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import io.vertx.redis.client.ResponseType;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Reads the fleet in two trips: the nodes and when they were seen, then the figures and rooms of each. */
@Singleton
class FleetReader {
    private static final Logger LOG = Logger.getLogger(FleetReader.class);

    /** How many questions find the nodes. */
    private static final int ASKED = 3;

    private final RedisReads redis;

    FleetReader(RedisReads redis) {
        this.redis = redis;
    }

    /**
     * The fleet, and what else was asked for in the same trips.
     *
     * @param others what the first trip said
     * @param later answers of the second
     */
    record Answer<T>(Fleet fleet, T others, List<Response> later) {}

    Uni<Fleet> fleet() {
        return fleetAnd(List.of()).map(Answer::fleet);
    }

    Uni<Answer<List<Response>>> fleetAnd(List<Request> others) {
        return fleetAnd(others, answers -> answers, answers -> List.of());
    }

    /**
     * @param read what the answers to {@code others} say
     * @param later the questions of the second trip that follow from it
     */
    <T> Uni<Answer<T>> fleetAnd(
            List<Request> others, Function<List<Response>, T> read, Function<T, List<Request>> later) {
        return redis.within(Uni.createFrom().deferred(() -> {
            long start = System.nanoTime();
            return redis.trip(
                            Stream.concat(questions().stream(), others.stream()).toList())
                    .chain(answers -> {
                        List<FleetNode> rows = rows(answers);
                        T found = read.apply(answers.subList(ASKED, answers.size()));
                        List<Request> figures = figures(rows);
                        return redis.trip(Stream.concat(figures.stream(), later.apply(found).stream())
                                        .toList())
                                .map(second -> new Answer<>(
                                        new Fleet(nodes(rows, second), (System.nanoTime() - start) / 1_000_000),
                                        found,
                                        second.subList(figures.size(), second.size())));
                    });
        }));
    }

    private static List<Request> questions() {
        return List.of(
                Request.cmd(Command.TIME),
                Request.cmd(Command.HGETALL).arg(RedisKeys.NODES),
                Request.cmd(Command.ZRANGE)
                        .arg(RedisKeys.NODES_SEEN)
                        .arg(0)
                        .arg(-1)
                        .arg("WITHSCORES"));
    }

    private static List<FleetNode> rows(List<Response> answers) {
        long now = answers.get(0).get(0).toLong() * 1000 + answers.get(0).get(1).toLong() / 1000;
        Map<String, Long> seen = scores(answers.get(2));
        List<FleetNode> nodes = new ArrayList<>();
        Response rows = answers.get(1);
        for (String id : rows.getKeys()) {
            row(id, rows.get(id).toString())
                    .ifPresent(row -> nodes.add(new FleetNode(
                            new NodeId(id), row, Math.max(0, now - seen.getOrDefault(id, 0L)), Optional.empty(), 0)));
        }
        nodes.sort(Comparator.comparing(node -> node.id().value()));
        return nodes;
    }

    private static List<Request> figures(List<FleetNode> rows) {
        return rows.stream()
                .flatMap(node -> Stream.of(
                        Request.cmd(Command.GET).arg(RedisKeys.stats(node.id())),
                        Request.cmd(Command.SCARD).arg(RedisKeys.roomsOf(node.id()))))
                .toList();
    }

    private static List<FleetNode> nodes(List<FleetNode> rows, List<Response> figures) {
        List<FleetNode> nodes = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            FleetNode node = rows.get(i);
            nodes.add(new FleetNode(
                    node.id(),
                    node.row(),
                    node.silence(),
                    stats(figures.get(2 * i)),
                    figures.get(2 * i + 1).toLong()));
        }
        return nodes;
    }

    private static Optional<NodeRow> row(String id, String text) {
        try {
            new NodeId(id);
            return Optional.of(NodeRow.fromJson(text));
        } catch (IllegalArgumentException e) {
            LOG.warnf("Left out of the fleet: %s", e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<NodeStats> stats(Response value) {
        try {
            return value == null ? Optional.empty() : Optional.of(NodeStats.fromJson(value.toString()));
        } catch (IllegalArgumentException e) {
            LOG.warnf("Figures left out: %s", e.getMessage());
            return Optional.empty();
        }
    }

    /** Pairs in RESP3, one flat list in RESP2. */
    private static Map<String, Long> scores(Response list) {
        Map<String, Long> scores = new HashMap<>();
        boolean pairs = list.size() > 0 && list.get(0).type() == ResponseType.MULTI;
        for (int i = 0; i < list.size(); i += pairs ? 1 : 2) {
            Response member = pairs ? list.get(i).get(0) : list.get(i);
            Response score = pairs ? list.get(i).get(1) : list.get(i + 1);
            scores.put(member.toString(), (long) Double.parseDouble(score.toString()));
        }
        return scores;
    }
}
