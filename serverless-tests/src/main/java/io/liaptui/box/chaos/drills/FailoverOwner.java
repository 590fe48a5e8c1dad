package io.liaptui.box.chaos.drills;

import io.liaptui.box.chaos.fleet.FleetOptions;
import io.liaptui.box.chaos.report.Budget;
import io.liaptui.box.chaos.report.Metric;
import io.liaptui.box.run.Node;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The primary and an owner die at once: only what a replica has is left. */
final class FailoverOwner implements Drill {
    @Override
    public String name() {
        return "failover-owner";
    }

    @Override
    public String about() {
        return "with durability replica: the primary and one node are killed at once, the replica promoted";
    }

    @Override
    public int rounds() {
        return 3;
    }

    @Override
    public FleetOptions fleet(FleetOptions usual) {
        Map<String, String> environment = new HashMap<>(usual.environment());
        environment.put("LIAP_REDIS_DURABILITY", "replica");
        return new FleetOptions(usual.nodes(), usual.pace(), true, usual.timeScale(), environment);
    }

    @Override
    public List<Budget> budgets() {
        return List.of(Budget.max(Metric.FIRST_FRAME, 5_000));
    }

    @Override
    public void repeat(Stage stage) throws IOException, InterruptedException {
        Node victim = stage.next();
        stage.begin(Harm.DIES, victim);
        stage.fleet().redis().primary().kill();
        stage.fleet().kill(victim);
        stage.fleet().redis().promote();
        stage.fleet().repoint();
        stage.recovered();
        stage.fleet().redis().addReplica();
        stage.fleet().start(victim);
    }
}
