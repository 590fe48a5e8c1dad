package io.liaptui.box.chaos.report;

import io.liaptui.box.chaos.load.Tally;
import io.liaptui.box.chaos.verdict.Finding;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What came of one drill.
 *
 * @param about what was done, for people
 * @param settings under which it ran
 * @param sockets open in games when it began
 * @param took all repetitions, with what lies between them
 * @param cores used on average meanwhile, by who used them
 * @param failure why it could not be carried through; empty if it was
 */
public record DrillResult(
        String name,
        String about,
        Map<String, String> settings,
        int sockets,
        Duration took,
        Map<String, Double> cores,
        List<Repetition> repetitions,
        Tally.Counts counts,
        List<Budget> budgets,
        String failure) {
    /** All times of a kind, over all repetitions. */
    public Spread spread(Metric metric) {
        return Spread.of(repetitions.stream()
                .map(repetition -> repetition.times(metric))
                .flatMap(Collection::stream)
                .toList());
    }

    /** How many of the gaps were none at all. */
    public long withoutGap() {
        return repetitions.stream()
                .flatMap(repetition -> repetition.times(Metric.GAP).stream())
                .filter(nanos -> nanos == 0)
                .count();
    }

    /** How many findings of a kind. */
    public long count(Finding.Kind kind) {
        return counts.findings().stream()
                .filter(finding -> finding.kind() == kind)
                .count();
    }

    /** Nothing was lost, dropped, doubled or left over, and the drill was carried through. */
    public boolean passed() {
        return failure.isEmpty()
                && counts.findings().stream()
                        .noneMatch(finding -> finding.kind().fatal());
    }

    /** Budgets that were missed. */
    public List<Budget> missed() {
        return budgets.stream()
                .filter(budget -> !budget.kept(spread(budget.metric())))
                .toList();
    }
}
