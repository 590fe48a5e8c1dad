package io.liaptui.box.chaos.drills;

import io.liaptui.box.chaos.fleet.FleetOptions;
import io.liaptui.box.chaos.report.Budget;
import io.liaptui.box.chaos.report.Metric;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The primary dies with writes that its replica never got. */
final class Failover implements Drill {
    private static final long LAG_MILLIS = 500;

    @Override
    public String name() {
        return "failover";
    }

    @Override
    public String about() {
        return "replication hangs for 500 ms, the primary is killed, the replica promoted: its last writes are gone";
    }

    @Override
    public int rounds() {
        return 3;
    }

    @Override
    public FleetOptions fleet(FleetOptions usual) {
        return new FleetOptions(usual.nodes(), usual.pace(), true, usual.timeScale(), usual.environment());
    }

    @Override
    public List<Budget> budgets() {
        return List.of(Budget.max(Metric.RECOVERY, 2_000));
    }

    @Override
    public void repeat(Stage stage) throws IOException, InterruptedException {
        stage.begin();
        stage.fleet().redis().holdReplication();
        TimeUnit.MILLISECONDS.sleep(LAG_MILLIS);
        long stored = stage.versions(stage.fleet().admin());
        stage.fleet().redis().primary().kill();
        stage.fleet().redis().promote();
        long left = stage.versions(stage.fleet().admin());
        stage.repetition().note((stored - left) + " entries were gone");
        stage.fleet().repoint();
        stage.recovered();
        stage.fleet().redis().addReplica();
    }
}
