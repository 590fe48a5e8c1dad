package io.liaptui.box.chaos.drills;

import io.liaptui.box.chaos.report.Budget;
import io.liaptui.box.chaos.report.Metric;
import io.liaptui.box.run.Node;
import java.io.IOException;
import java.util.List;

/** A release that reads a newer schema is deployed in the middle of games, and rolled back. */
final class Mixed implements Drill {
    @Override
    public String name() {
        return "mixed";
    }

    @Override
    public String about() {
        return "a rolling deploy of a release that reads a newer schema, and back to the old one";
    }

    @Override
    public int rounds() {
        return 1;
    }

    @Override
    public List<Budget> budgets() {
        return List.of(Budget.p99(Metric.STALL, 500), Budget.p99(Metric.PAUSE, 250));
    }

    @Override
    public void repeat(Stage stage) throws IOException, InterruptedException {
        roll(stage, true);
        roll(stage, false);
    }

    private static void roll(Stage stage, boolean next) throws IOException, InterruptedException {
        List<Node> old = stage.fleet().nodes();
        stage.fleet().raiseGeneration();
        stage.fleet().nextRelease(next);
        stage.fleet().add(old.size());
        stage.steady();
        for (Node node : old) {
            stage.begin(Harm.LEAVES, node);
            Leaver.stop(stage, node);
            stage.recovered();
        }
    }
}
