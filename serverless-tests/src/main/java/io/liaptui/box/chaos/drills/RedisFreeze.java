package io.liaptui.box.chaos.drills;

import io.liaptui.box.chaos.report.Budget;
import io.liaptui.box.chaos.report.Metric;
import io.liaptui.box.run.Node;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Redis stands still, and a node is stopped meanwhile. */
final class RedisFreeze implements Drill {
    private static final long SECONDS = 5;
    private static final Duration LIMIT = Duration.ofSeconds(120);

    @Override
    public String name() {
        return "redis-freeze";
    }

    @Override
    public String about() {
        return "SIGSTOP of Redis for " + SECONDS + " s, SIGTERM to a node in the middle of it";
    }

    @Override
    public int rounds() {
        return 3;
    }

    @Override
    public List<Budget> budgets() {
        return List.of(Budget.max(Metric.RECOVERY, 1_500));
    }

    @Override
    public void repeat(Stage stage) throws IOException, InterruptedException {
        Node stopped = stage.next();
        stage.begin(Harm.LEAVES, stopped);
        stage.fleet().redis().primary().freeze();
        try {
            TimeUnit.SECONDS.sleep(SECONDS / 2);
            stage.fleet().terminate(stopped);
            TimeUnit.SECONDS.sleep(SECONDS - SECONDS / 2);
        } finally {
            stage.fleet().redis().primary().thaw();
        }
        stage.recovered();
        if (!stopped.child().ended(LIMIT)) {
            throw new IOException(stopped.name() + " did not end after SIGTERM");
        }
        stage.fleet().forget(stopped);
        stage.fleet().add(1);
    }
}
