package io.liaptui.ws.audit;

import io.liaptui.ws.measure.Measures;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What audits reported. */
final class Counts implements Measures {
    final List<List<Integer>> audits = new CopyOnWriteArrayList<>();

    @Override
    public void audited(int ghosts, int twins, int hidden) {
        audits.add(List.of(ghosts, twins, hidden));
    }

    List<Integer> sums() {
        return List.of(sum(0), sum(1), sum(2));
    }

    private int sum(int kind) {
        return audits.stream().mapToInt(audit -> audit.get(kind)).sum();
    }
}
