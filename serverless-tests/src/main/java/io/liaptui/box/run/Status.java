package io.liaptui.box.run;

import io.liaptui.box.front.TargetState;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What runs, as lines for people. */
final class Status {
    private Status() {}

    static List<String> lines(
            RedisInUse redis, List<Node> nodes, Restarts restarts, List<TargetState> targets, List<Long> lambda) {
        Map<URI, TargetState> byUri =
                targets.stream().collect(Collectors.toMap(TargetState::uri, state -> state, (a, b) -> b));
        List<String> lines = new ArrayList<>();
        for (Node node : nodes) {
            lines.add(row("Node " + node.name(), node(node, restarts.of(node.number()), byUri)));
        }
        lines.add(row("Function", lambda.isEmpty() ? "no process; the next request starts one" : pids(lambda)));
        lines.add(row("Redis", redis(redis)));
        return lines;
    }

    private static String redis(RedisInUse redis) {
        if (redis.equals(RedisInUse.NONE)) {
            return "none; the games end with the node";
        }
        return RedisInUse.withoutPassword(redis.url())
                + (redis.pid() == null ? "  (yours)" : "  pid " + redis.pid() + "  (data: .liap/redis)");
    }

    static String row(String name, String what) {
        return String.format(Locale.ROOT, "  %-11s %s", name, what);
    }

    private static String node(Node node, Restarts.History history, Map<URI, TargetState> targets) {
        if (!node.alive()) {
            return history.plan();
        }
        String health = history.starting() ? "starting" : health(targets.get(node.uri()));
        return node.uri() + "  pid " + node.child().pid() + "  (" + health + history.text() + "; figures at "
                + node.management().resolve("/q/metrics") + ")";
    }

    private static String health(@Nullable TargetState state) {
        return state == null
                ? "not in service"
                : state.health().name().toLowerCase(Locale.ROOT) + ", " + state.connections() + " connections";
    }

    private static String pids(List<Long> pids) {
        return "pid " + pids.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
