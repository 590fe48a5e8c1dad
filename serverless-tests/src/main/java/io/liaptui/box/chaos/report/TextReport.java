package io.liaptui.box.chaos.report;

import io.liaptui.box.chaos.verdict.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The report on a terminal. */
public final class TextReport {
    private static final int MOST_FINDINGS = 5;
    private static final String ROW = "  %-30s %6s %8s %8s %8s %8s   %s";

    private TextReport() {}

    /** As lines. */
    public static List<String> lines(List<DrillResult> results) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(Machine.here().text());
        results.forEach(result -> drill(lines, result));
        lines.add("");
        lines.add(
                results.stream().allMatch(DrillResult::passed)
                        ? "Passed: no accepted move lost, no game dropped, no twin, no ghost, no node that left by itself."
                        : "FAILED: "
                                + results.stream()
                                        .filter(result -> !result.passed())
                                        .map(DrillResult::name)
                                        .collect(Collectors.joining(", ")));
        return lines;
    }

    private static void drill(List<String> lines, DrillResult result) {
        Map<String, String> settings = result.settings();
        lines.add("");
        lines.add((result.passed() ? "ok      " : "FAILED  ") + result.name() + ": " + result.about());
        lines.add("  " + result.repetitions().size() + " times in "
                + result.took().toSeconds() + " s; "
                + settings.entrySet().stream()
                        .map(each -> each.getKey() + " " + each.getValue())
                        .collect(Collectors.joining(", "))
                + "; " + result.sockets() + " sockets");
        lines.add("  cores used: " + cores(result.cores()));
        lines.add("  " + result.counts().movesCompared() + " moves of "
                + result.counts().gamesCompared() + " games compared, "
                + result.counts().gamesFinished() + " games finished, "
                + result.counts().setupsFailed() + " tables that did not come together; closes "
                + result.counts().closes());
        if (result.counts().pausesTold() > 0) {
            lines.add("  told that the server waits for its storage: "
                    + result.counts().pausesTold() + " times");
        }
        if (!result.counts().errors().isEmpty()) {
            lines.add("  errors told: " + result.counts().errors());
        }
        if (!result.failure().isEmpty()) {
            lines.add("  not carried through: " + result.failure());
        }
        lines.add(String.format(Locale.ROOT, ROW, "ms", "count", "p50", "p95", "p99", "max", ""));
        for (Metric metric : Metric.values()) {
            Spread spread = result.spread(metric);
            if (spread.count() > 0) {
                lines.add(String.format(
                                Locale.ROOT,
                                ROW,
                                metric.title(),
                                spread.count(),
                                spread.p50(),
                                spread.p95(),
                                spread.p99(),
                                spread.max(),
                                budgets(result, metric))
                        .stripTrailing());
            } else if (result.budgets().stream().anyMatch(budget -> budget.metric() == metric)) {
                lines.add(String.format(Locale.ROOT, ROW, metric.title(), 0, "-", "-", "-", "-", "not measured"));
            }
        }
        int gaps = result.spread(Metric.GAP).count();
        if (gaps > 0) {
            lines.add("  no gap in frames (liap.v2): " + result.withoutGap() + " of " + gaps);
        }
        findings(lines, result);
    }

    private static void findings(List<String> lines, DrillResult result) {
        for (Finding.Kind kind : Finding.Kind.values()) {
            List<Finding> found = result.counts().findings().stream()
                    .filter(finding -> finding.kind() == kind)
                    .toList();
            if (!found.isEmpty()) {
                lines.add("  " + found.size() + " " + kind.plural() + (kind.fatal() ? "" : " (no failure)") + ":");
                found.stream()
                        .limit(MOST_FINDINGS)
                        .forEach(finding -> lines.add("    " + finding.room() + " " + finding.text()));
            }
        }
    }

    static String cores(Map<String, Double> cores) {
        return cores.entrySet().stream()
                .map(each -> each.getKey() + " " + String.format(Locale.ROOT, "%.2f", each.getValue()))
                .collect(Collectors.joining(", "));
    }

    static String budgets(DrillResult result, Metric metric) {
        return result.budgets().stream()
                .filter(budget -> budget.metric() == metric)
                .map(budget -> (budget.kept(result.spread(metric)) ? "kept " : "MISSED ") + budget.text())
                .collect(Collectors.joining(", "));
    }
}
