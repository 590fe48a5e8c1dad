package io.liaptui.box.chaos.drills;

import io.liaptui.box.chaos.hostile.LobbyVisitor;
import io.liaptui.box.chaos.hostile.RoomFlood;
import io.liaptui.box.chaos.report.Budget;
import io.liaptui.box.chaos.report.Metric;
import io.liaptui.box.chaos.verdict.Finding;
import io.liaptui.box.redis.RedisAdmin;
import io.liaptui.box.run.Node;
import io.vertx.redis.client.Command;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Somebody opens rooms without end, and everybody in the lobby is told of them. */
final class RoomsFlood implements Drill {
    private static final long SECONDS = 10;
    private static final long KIB = 1_024;

    /** A list of fifty rooms with the longest names, once a second, and the news between. */
    private static final long MOST_A_SECOND = 100 * KIB;

    /** What one address may have made in that time at all nodes, and what the games write meanwhile. */
    private static final long MOST_MEMORY = 8 * KIB * KIB;

    @Override
    public String name() {
        return "roomflood";
    }

    @Override
    public String about() {
        return "one address opens rooms with long names as fast as it can for " + SECONDS
                + " s, and asks for the list of rooms";
    }

    @Override
    public int rounds() {
        return 2;
    }

    @Override
    public List<Budget> budgets() {
        return List.of(Budget.p99(Metric.STALL, 500), Budget.max(Metric.RECOVERY, 1_500));
    }

    @Override
    public void repeat(Stage stage) throws IOException, InterruptedException {
        Node[] all = stage.fleet().nodes().toArray(Node[]::new);
        stage.begin(Harm.STAYS, all);
        long before = memory(stage.fleet().admin());
        long sent;
        try (LobbyVisitor visitor = new LobbyVisitor(stage.fleet().url());
                RoomFlood flood = new RoomFlood(stage.fleet().url())) {
            TimeUnit.SECONDS.sleep(SECONDS);
            sent = visitor.bytes() / SECONDS;
            stage.repetition().note(flood.text());
            if (flood.created() == 0) {
                throw new IOException("no room was made, so nothing is proved");
            }
        }
        long more = memory(stage.fleet().admin()) - before;
        stage.repetition().note("a visitor of the lobby was sent " + sent / KIB + " KB/s");
        stage.repetition().note("Redis grew by " + more / KIB + " KB");
        if (sent > MOST_A_SECOND) {
            stage.report(new Finding(
                    Finding.Kind.UNBOUNDED, "", "a visitor of the lobby was sent " + sent / KIB + " KB a second"));
        }
        if (more > MOST_MEMORY) {
            stage.report(new Finding(Finding.Kind.UNBOUNDED, "", "Redis grew by " + more / KIB + " KB"));
        }
        stage.recovered();
    }

    private static long memory(RedisAdmin redis) throws IOException, InterruptedException {
        return String.valueOf(redis.ask(Command.INFO, "memory"))
                .lines()
                .filter(line -> line.startsWith("used_memory:"))
                .mapToLong(line ->
                        Long.parseLong(line.substring(line.indexOf(':') + 1).strip()))
                .findFirst()
                .orElseThrow(() -> new IOException("Redis does not say how much memory it uses"));
    }
}
