package io.liaptui.box.chaos.drills;

import io.liaptui.box.chaos.report.Budget;
import io.liaptui.box.chaos.report.Metric;
import io.liaptui.box.run.Node;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A rolling deploy that is turned back in its middle: the newer nodes go again, and an older one comes for the one that went. */
final class DeployBack implements Drill {
    @Override
    public String name() {
        return "deploy-back";
    }

    @Override
    public String about() {
        return "a rolling deploy, turned back after its first node: the new nodes go again";
    }

    @Override
    public int rounds() {
        return 1;
    }

    @Override
    public List<Budget> budgets() {
        return List.of(Budget.p99(Metric.STALL, 500), Budget.p99(Metric.PAUSE, 250), Budget.max(Metric.DRAIN, 20_000));
    }

    @Override
    public void repeat(Stage stage) throws IOException, InterruptedException {
        List<Node> old = stage.fleet().nodes();
        stage.fleet().raiseGeneration();
        stage.fleet().add(old.size());
        stage.steady();
        replaced(stage, old.getFirst());
        List<Node> younger = new ArrayList<>(stage.fleet().nodes());
        younger.removeAll(old);
        stage.fleet().lowerGeneration();
        stage.fleet().add(1);
        stage.steady();
        for (Node node : younger) {
            replaced(stage, node);
        }
    }

    private static void replaced(Stage stage, Node node) throws IOException, InterruptedException {
        stage.begin(Harm.LEAVES, node);
        Leaver.stop(stage, node);
        stage.recovered();
    }
}
