package io.liaptui.box.chaos.drills;

import io.liaptui.box.chaos.fleet.ProxyMode;
import io.liaptui.box.chaos.report.Budget;
import io.liaptui.box.chaos.report.Metric;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Redis answers late. */
final class RedisSlow implements Drill {
    private static final long SECONDS = 10;

    @Override
    public String name() {
        return "redis-slow";
    }

    @Override
    public String about() {
        return "every answer of Redis takes 200 ms more, for " + SECONDS + " s";
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
        stage.fleet().redisOfAll(ProxyMode.slow(Duration.ofMillis(200)));
        try {
            TimeUnit.SECONDS.sleep(SECONDS);
        } finally {
            stage.fleet().redisOfAll(ProxyMode.PLAIN);
        }
        stage.recovered();
    }
}
