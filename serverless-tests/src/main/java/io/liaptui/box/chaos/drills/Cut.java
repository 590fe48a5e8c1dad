package io.liaptui.box.chaos.drills;

import io.liaptui.box.chaos.fleet.ProxyMode;
import io.liaptui.box.chaos.report.Budget;
import io.liaptui.box.chaos.report.Metric;
import io.liaptui.box.run.Node;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One node cannot reach Redis. */
final class Cut implements Drill {
    private static final long SECONDS = 60;

    @Override
    public String name() {
        return "cut";
    }

    @Override
    public String about() {
        return "one node is cut off from Redis for " + SECONDS + " s";
    }

    @Override
    public int rounds() {
        return 1;
    }

    @Override
    public List<Budget> budgets() {
        return List.of(Budget.max(Metric.FIRST_FRAME, 3_000), Budget.max(Metric.BEHIND, 35_000));
    }

    @Override
    public void repeat(Stage stage) throws IOException, InterruptedException {
        Node victim = stage.next();
        stage.begin(Harm.HANGS, victim);
        stage.fleet().redisOf(victim, ProxyMode.HELD);
        try {
            TimeUnit.SECONDS.sleep(SECONDS);
        } finally {
            stage.fleet().redisOf(victim, ProxyMode.PLAIN);
        }
        stage.recovered();
    }
}
