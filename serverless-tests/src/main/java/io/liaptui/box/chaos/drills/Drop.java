package io.liaptui.box.chaos.drills;

import io.liaptui.box.chaos.fleet.LostPublishes;
import io.liaptui.box.chaos.fleet.ProxyMode;
import io.liaptui.box.chaos.report.Budget;
import io.liaptui.box.chaos.report.Metric;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Messages between nodes are lost. */
final class Drop implements Drill {
    private static final long SECONDS = 20;
    private static final double SHARE = 0.01;

    @Override
    public String name() {
        return "drop";
    }

    @Override
    public String about() {
        return "1 % of all publishes between nodes are lost, for " + SECONDS + " s";
    }

    @Override
    public int rounds() {
        return 2;
    }

    @Override
    public List<Budget> budgets() {
        return List.of(Budget.max(Metric.STALL, 1_500));
    }

    @Override
    public void repeat(Stage stage) throws IOException, InterruptedException {
        stage.begin();
        try (LostPublishes lost = stage.fleet().lostPublishes()) {
            stage.fleet().redisOfAll(ProxyMode.losing(SHARE));
            TimeUnit.SECONDS.sleep(SECONDS);
            stage.fleet().redisOfAll(ProxyMode.PLAIN);
            stage.repetition().note(lost.count() + " publishes lost");
        }
        stage.recovered();
    }
}
