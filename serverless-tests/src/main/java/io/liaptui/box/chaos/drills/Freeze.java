package io.liaptui.box.chaos.drills;

import io.liaptui.box.chaos.report.Budget;
import io.liaptui.box.chaos.report.Metric;
import io.liaptui.box.run.Node;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A node stands still, loses its rooms, and wakes with an old picture of the world. */
final class Freeze implements Drill {
    private static final long SECONDS = 10;

    @Override
    public String name() {
        return "freeze";
    }

    @Override
    public String about() {
        return "SIGSTOP of a node for " + SECONDS + " s, then SIGCONT: it wakes as an owner that is none";
    }

    @Override
    public int rounds() {
        return 3;
    }

    @Override
    public List<Budget> budgets() {
        return List.of(Budget.max(Metric.FIRST_FRAME, 3_000));
    }

    @Override
    public void repeat(Stage stage) throws IOException, InterruptedException {
        Node victim = stage.next();
        stage.begin(Harm.HANGS, victim);
        stage.fleet().freeze(victim);
        try {
            TimeUnit.SECONDS.sleep(SECONDS);
        } finally {
            stage.fleet().thaw(victim);
        }
        stage.recovered();
    }
}
