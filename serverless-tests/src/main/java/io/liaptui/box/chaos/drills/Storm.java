package io.liaptui.box.chaos.drills;

import io.liaptui.box.chaos.report.Budget;
import io.liaptui.box.chaos.report.Metric;
import io.liaptui.box.run.Node;
import java.io.IOException;
import java.util.List;

/** Many players come back at once. */
final class Storm implements Drill {
    @Override
    public String name() {
        return "storm";
    }

    @Override
    public String about() {
        return "all sockets of one node are cut at once";
    }

    @Override
    public int rounds() {
        return 5;
    }

    @Override
    public List<Budget> budgets() {
        return List.of(Budget.max(Metric.BACK, 5_000), Budget.p99(Metric.STALL, 250));
    }

    @Override
    public void repeat(Stage stage) throws IOException, InterruptedException {
        Node node = stage.next();
        stage.begin(Harm.LEAVES, node);
        stage.fleet().cutSockets(node);
        stage.recovered();
    }
}
