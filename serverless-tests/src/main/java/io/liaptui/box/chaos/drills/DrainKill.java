package io.liaptui.box.chaos.drills;

import io.liaptui.box.chaos.report.Budget;
import io.liaptui.box.chaos.report.Metric;
import io.liaptui.box.run.Node;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Both ends of a hand-over die in the middle of it. */
final class DrainKill implements Drill {
    private static final long MOST_MILLIS = 150;

    @Override
    public String name() {
        return "drain-kill";
    }

    @Override
    public String about() {
        return "SIGTERM to a node; while it hands over, kill -9 of its successor, then of itself";
    }

    @Override
    public int rounds() {
        return 5;
    }

    @Override
    public List<Budget> budgets() {
        return List.of(Budget.max(Metric.FIRST_FRAME, 3_000));
    }

    @Override
    public void repeat(Stage stage) throws IOException, InterruptedException {
        Node drainer = stage.next();
        stage.fleet().raiseGeneration();
        stage.fleet().add(1);
        Node successor = stage.fleet().nodes().getLast();
        stage.steady();
        stage.begin(Harm.DIES, drainer, successor);
        stage.fleet().terminate(drainer);
        TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(MOST_MILLIS));
        stage.fleet().kill(successor);
        TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(MOST_MILLIS));
        if (drainer.alive()) {
            stage.fleet().kill(drainer);
            stage.repetition().note("in the middle of the drain");
        }
        stage.recovered();
        stage.fleet().forget(successor);
        stage.fleet().forget(drainer);
        stage.fleet().add(1);
    }
}
