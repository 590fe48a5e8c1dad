package io.liaptui.box.chaos.drills;

import io.liaptui.box.chaos.report.Budget;
import io.liaptui.box.chaos.report.Metric;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Redis dies and comes back with nothing. */
final class RedisRestart implements Drill {
    @Override
    public String name() {
        return "redis-restart";
    }

    @Override
    public String about() {
        return "Redis is killed and comes back empty a second later";
    }

    @Override
    public int rounds() {
        return 3;
    }

    @Override
    public List<Budget> budgets() {
        return List.of(Budget.max(Metric.RECOVERY, 2_000));
    }

    @Override
    public void repeat(Stage stage) throws IOException, InterruptedException {
        stage.begin();
        stage.fleet().redis().primary().kill();
        TimeUnit.SECONDS.sleep(1);
        stage.fleet().redis().primary().startEmpty();
        stage.recovered();
    }
}
