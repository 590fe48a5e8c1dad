package io.liaptui.box.chaos.drills;

import io.liaptui.box.chaos.report.Budget;
import io.liaptui.box.chaos.report.Metric;
import io.vertx.redis.client.Command;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Subscriptions break again and again. */
final class Deaf implements Drill {
    private static final int TIMES = 5;

    @Override
    public String name() {
        return "deaf";
    }

    @Override
    public String about() {
        return "CLIENT KILL TYPE pubsub " + TIMES + " times, one every 2 s";
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
        for (int i = 0; i < TIMES; i++) {
            stage.fleet().admin().ask(Command.CLIENT, "KILL", "TYPE", "pubsub");
            TimeUnit.SECONDS.sleep(2);
        }
        stage.recovered();
    }
}
