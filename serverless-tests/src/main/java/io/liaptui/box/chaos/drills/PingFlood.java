package io.liaptui.box.chaos.drills;

import io.liaptui.box.chaos.fleet.Fleet;
import io.liaptui.box.chaos.hostile.ControlFlood;
import io.liaptui.box.chaos.hostile.PingProbe;
import io.liaptui.box.chaos.report.Budget;
import io.liaptui.box.chaos.report.Metric;
import io.liaptui.box.chaos.report.Spread;
import io.liaptui.box.chaos.verdict.Finding;
import io.liaptui.box.run.Node;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Sockets that only send what lies below messages, and never read what comes back. */
final class PingFlood implements Drill {
    private static final int SOCKETS = 30;
    private static final long QUIET_SECONDS = 5;
    private static final long SECONDS = 10;
    private static final long MIB = 1L << 20;
    private static final long NANOS_OF_A_MILLI = 1_000_000;

    @Override
    public String name() {
        return "pingflood";
    }

    @Override
    public String about() {
        return SOCKETS + " sockets of one address send pings, pongs and fragments for " + SECONDS
                + " s and never read, at the front door and at a node itself";
    }

    @Override
    public int rounds() {
        return 3;
    }

    @Override
    public List<Budget> budgets() {
        return List.of(Budget.p99(Metric.PING, 20), Budget.max(Metric.RECOVERY, 1_500));
    }

    @Override
    public void repeat(Stage stage) throws IOException, InterruptedException {
        Node[] all = stage.fleet().nodes().toArray(Node[]::new);
        Node victim = stage.next();
        try (PingProbe probe = new PingProbe(stage.fleet().url())) {
            TimeUnit.SECONDS.sleep(QUIET_SECONDS);
            long usual = Spread.of(probe.take()).p99() * NANOS_OF_A_MILLI;
            stage.begin(Harm.STAYS, all);
            Map<Node, Long> before = memory(all);
            try (ControlFlood flood = new ControlFlood(List.of(stage.fleet().url(), victim.uri()), SOCKETS)) {
                TimeUnit.SECONDS.sleep(SECONDS);
                probe.take().forEach(trip -> stage.repetition().add(Metric.PING, Math.max(0, trip - usual)));
                stage.repetition().note(flood.text());
                judge(stage, before);
            }
            stage.repetition().note("ping p99 before " + usual / NANOS_OF_A_MILLI + " ms");
            stage.repetition().note(probe.lost() + " bystanders lost their socket");
            stage.recovered();
        }
    }

    private static Map<Node, Long> memory(Node... nodes) throws IOException {
        Map<Node, Long> memory = new HashMap<>();
        for (Node node : nodes) {
            memory.put(node, Fleet.memory(node));
        }
        return memory;
    }

    private static void judge(Stage stage, Map<Node, Long> before) throws IOException {
        long most = 0;
        for (Map.Entry<Node, Long> node : before.entrySet()) {
            if (node.getKey().alive()) {
                long more = Fleet.memory(node.getKey()) - node.getValue();
                most = Math.max(most, more);
                if (more > SOCKETS * MIB) {
                    stage.report(
                            new Finding(Finding.Kind.GREW, "", node.getKey().name() + " by " + more / MIB + " MB"));
                }
            }
        }
        stage.repetition().note("nodes grew by at most " + most / MIB + " MB");
    }
}
