package io.liaptui.box.chaos.drills;

import io.liaptui.box.chaos.fleet.FleetOptions;
import io.liaptui.box.chaos.report.Budget;
import io.liaptui.box.chaos.report.Metric;
import io.liaptui.box.run.Node;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A rolling deploy in which the balancer cuts the sockets before the node is told. */
final class DeployEcs implements Drill {
    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final long LOOK_MILLIS = 100;

    /** Of the listener rules' times: a delay of 10 s. */
    private static final double TIME_SCALE = 0.34;

    @Override
    public String name() {
        return "deploy-ecs";
    }

    @Override
    public String about() {
        return "as deploy, but the balancer deregisters each node, cuts its sockets after the delay, and then SIGTERM";
    }

    @Override
    public int rounds() {
        return 1;
    }

    @Override
    public FleetOptions fleet(FleetOptions usual) {
        return new FleetOptions(usual.nodes(), usual.pace(), usual.replica(), TIME_SCALE, usual.environment());
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
        for (Node node : old) {
            stage.begin(Harm.LEAVES, node);
            stage.fleet().deregister(node);
            long deadline = System.nanoTime() + LIMIT.toNanos();
            while (!stage.fleet().sockets(node).isEmpty() && System.nanoTime() < deadline) {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
            Leaver.stop(stage, node);
            stage.recovered();
        }
    }
}
