package io.liaptui.box.chaos.drills;

import io.liaptui.box.chaos.report.Budget;
import io.liaptui.box.chaos.report.Metric;
import io.liaptui.box.chaos.verdict.Finding;
import io.liaptui.box.run.Node;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A rolling deploy: every node is replaced, the new ones up before the old ones go. */
final class Deploy implements Drill {
    @Override
    public String name() {
        return "deploy";
    }

    @Override
    public String about() {
        return "a new node for each, then SIGTERM to the old ones, one after the other";
    }

    @Override
    public int rounds() {
        return 2;
    }

    private static void reportMovedAgain(Stage stage, Map<String, Long> before)
            throws IOException, InterruptedException {
        stage.moves().forEach((room, moves) -> {
            long more = moves - before.getOrDefault(room, moves);
            if (more > 1) {
                stage.report(new Finding(Finding.Kind.MOVED_AGAIN, room, more + " times in one deploy"));
            }
        });
    }

    @Override
    public List<Budget> budgets() {
        return List.of(
                Budget.p99(Metric.GAP, 0),
                Budget.p50(Metric.BACK, 1_300),
                Budget.p99(Metric.BACK, 2_000),
                Budget.p99(Metric.STALL, 500),
                Budget.p99(Metric.PAUSE, 250),
                Budget.max(Metric.DRAIN, 20_000));
    }

    @Override
    public void repeat(Stage stage) throws IOException, InterruptedException {
        List<Node> old = stage.fleet().nodes();
        stage.fleet().raiseGeneration();
        stage.fleet().add(old.size());
        stage.steady();
        Map<String, Long> before = stage.moves();
        for (Node node : old) {
            stage.begin(Harm.LEAVES, node);
            Leaver.stop(stage, node);
            stage.recovered();
        }
        reportMovedAgain(stage, before);
    }
}
