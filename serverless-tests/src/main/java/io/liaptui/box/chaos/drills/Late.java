package io.liaptui.box.chaos.drills;

import io.liaptui.box.chaos.report.Budget;
import io.liaptui.box.chaos.report.Metric;
import io.liaptui.box.run.Node;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Redis comes back while no node looks: all of them hear late, and of the same cause. */
final class Late implements Drill {
    private static final long AWAY_MILLIS = 6_000;
    private static final long OFF_MILLIS = 700;

    @Override
    public String name() {
        return "late";
    }

    @Override
    public String about() {
        return "SIGSTOP of Redis for " + AWAY_MILLIS / 1_000
                + " s; its first answers find all nodes off the processor for " + OFF_MILLIS + " ms";
    }

    @Override
    public int rounds() {
        return 3;
    }

    @Override
    public List<Budget> budgets() {
        return List.of(Budget.max(Metric.RECOVERY, 3_000));
    }

    @Override
    public void repeat(Stage stage) throws IOException, InterruptedException {
        Node[] all = stage.fleet().nodes().toArray(Node[]::new);
        stage.begin(Harm.STAYS, all);
        stage.fleet().redis().primary().freeze();
        try {
            TimeUnit.MILLISECONDS.sleep(AWAY_MILLIS);
            stage.fleet().freeze(all);
        } finally {
            stage.fleet().redis().primary().thaw();
        }
        try {
            TimeUnit.MILLISECONDS.sleep(OFF_MILLIS);
        } finally {
            stage.fleet().thaw(all);
        }
        stage.recovered();
    }
}
