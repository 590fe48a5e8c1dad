package io.liaptui.box.chaos.drills;

import io.liaptui.box.chaos.report.Budget;
import io.liaptui.box.chaos.report.Metric;
import io.liaptui.box.run.Node;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The nodes get a small share of the processor, as on a machine that others use up. */
final class Starved implements Drill {
    private static final long OFF_MILLIS = 900;
    private static final long ON_MILLIS = 100;

    /** Longer than a node may hear nothing of itself. */
    private static final int TOGETHER = 8;

    private static final int TURNS_EACH = 8;
    private static final long TURN_MILLIS = 300;
    private static final int ALONE = 3;

    @Override
    public String name() {
        return "starved";
    }

    @Override
    public String about() {
        return "a tenth of the processor for all nodes together, then only one of them at a time runs, then a tenth for one after"
                + " the other";
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
        try {
            tenth(stage, TOGETHER, all);
            inTurn(stage, all);
            for (Node node : all) {
                tenth(stage, ALONE, node);
            }
        } finally {
            stage.fleet().thaw(all);
        }
        stage.recovered();
    }

    private static void tenth(Stage stage, int times, Node... nodes) throws IOException, InterruptedException {
        for (int i = 0; i < times; i++) {
            stage.fleet().freeze(nodes);
            TimeUnit.MILLISECONDS.sleep(OFF_MILLIS);
            stage.fleet().thaw(nodes);
            TimeUnit.MILLISECONDS.sleep(ON_MILLIS);
        }
    }

    private static void inTurn(Stage stage, Node... all) throws IOException, InterruptedException {
        stage.fleet().freeze(all);
        for (int i = 0; i < TURNS_EACH * all.length; i++) {
            Node one = all[i % all.length];
            stage.fleet().thaw(one);
            TimeUnit.MILLISECONDS.sleep(TURN_MILLIS);
            stage.fleet().freeze(one);
        }
        stage.fleet().thaw(all);
    }
}
