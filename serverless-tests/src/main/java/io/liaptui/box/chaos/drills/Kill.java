package io.liaptui.box.chaos.drills;

import io.liaptui.box.chaos.report.Budget;
import io.liaptui.box.chaos.report.Metric;
import io.liaptui.box.run.Node;
import java.io.IOException;
import java.util.List;

/** A node loses power. */
final class Kill implements Drill {
    @Override
    public String name() {
        return "kill";
    }

    @Override
    public String about() {
        return "kill -9 of one node after the other; each is started again under a new id";
    }

    @Override
    public int rounds() {
        return 20;
    }

    @Override
    public List<Budget> budgets() {
        return List.of(
                Budget.p99(Metric.FIRST_FRAME, 1_000),
                Budget.max(Metric.FIRST_FRAME, 3_000),
                Budget.p50(Metric.FIRST_MOVE, 1_500),
                Budget.p99(Metric.FIRST_MOVE, 3_000));
    }

    @Override
    public void repeat(Stage stage) throws IOException, InterruptedException {
        Node victim = stage.next();
        stage.begin(Harm.DIES, victim);
        stage.fleet().kill(victim);
        stage.recovered();
        stage.fleet().start(victim);
    }
}
