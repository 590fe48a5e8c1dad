package io.liaptui.box.chaos.drills;

import io.liaptui.box.chaos.report.Budget;
import io.liaptui.box.chaos.report.Metric;
import io.vertx.redis.client.Command;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Redis has no memory left. */
final class Full implements Drill {
    private static final long SECONDS = 5;

    @Override
    public String name() {
        return "full";
    }

    @Override
    public String about() {
        return "Redis refuses every write for want of memory, for " + SECONDS + " s";
    }

    @Override
    public int rounds() {
        return 2;
    }

    @Override
    public List<Budget> budgets() {
        return List.of(Budget.max(Metric.RECOVERY, 1_500));
    }

    @Override
    public void repeat(Stage stage) throws IOException, InterruptedException {
        stage.begin();
        stage.fleet().admin().ask(Command.CONFIG, "SET", "maxmemory", "1");
        try {
            TimeUnit.SECONDS.sleep(SECONDS);
        } finally {
            stage.fleet().admin().ask(Command.CONFIG, "SET", "maxmemory", "0");
        }
        stage.recovered();
    }
}
