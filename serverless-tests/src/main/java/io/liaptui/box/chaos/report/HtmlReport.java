package io.liaptui.box.chaos.report;

import io.liaptui.box.chaos.verdict.Finding;
import java.util.List;
import java.util.stream.Collectors;

/** The report for people: one page that needs nothing else. */
final class HtmlReport {
    private static final int MOST_FINDINGS = 50;
    private static final String STYLE = """
            :root{color-scheme:light dark;--line:#8884;--good:#2a7d46;--bad:#c0392b;--dim:#777}
            body{font:15px/1.45 system-ui,sans-serif;margin:2rem auto;max-width:64rem;padding:0 1rem}
            h1{margin-bottom:.2rem}h2{margin:2.2rem 0 .3rem}p{margin:.3rem 0}.dim{color:var(--dim)}
            .good{color:var(--good)}.bad{color:var(--bad);font-weight:600}
            table{border-collapse:collapse;margin:.6rem 0;font-variant-numeric:tabular-nums}
            th,td{padding:.2rem .8rem .2rem 0;text-align:right;border-bottom:1px solid var(--line)}
            th:first-child,td:first-child,td:last-child{text-align:left}
            svg{display:block;width:100%;max-width:48rem;height:auto}ul{margin:.3rem 0}code{font-size:.9em}
            """;

    private HtmlReport() {}

    static String of(Machine machine, List<DrillResult> results) {
        boolean passed = results.stream().allMatch(DrillResult::passed);
        return "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\""
                + " content=\"width=device-width\"><title>Liap Tui: chaos report</title><style>" + STYLE
                + "</style><h1>Chaos report</h1><p class=\"dim\">" + machine.when() + " &middot; "
                + escape(machine.text()) + "</p><p class=\"" + (passed ? "good\">Passed" : "bad\">Failed")
                + "</p>" + summary(results)
                + results.stream().map(HtmlReport::drill).collect(Collectors.joining()) + "</html>\n";
    }

    private static String summary(List<DrillResult> results) {
        return "<table><tr><th>Drill</th><th>Faults</th><th>Moves compared</th><th>Lost</th><th>Dropped games</th>"
                + "<th>Stall p99</th><th>Stall max</th><th>First frame p99</th><th></th></tr>"
                + results.stream().map(HtmlReport::row).collect(Collectors.joining()) + "</table>";
    }

    private static String row(DrillResult result) {
        Spread stall = result.spread(Metric.STALL);
        Spread frame = result.spread(Metric.FIRST_FRAME);
        return "<tr><td><a href=\"#" + result.name() + "\">" + result.name() + "</a></td>"
                + cell(result.repetitions().size()) + cell(result.counts().movesCompared())
                + cell(result.count(Finding.Kind.LOST_MOVE)) + cell(result.count(Finding.Kind.DROPPED_GAME))
                + cell(stall.p99()) + cell(stall.max()) + cell(frame.count() == 0 ? "" : frame.p99())
                + "<td class=\"" + (result.passed() ? "good\">ok" : "bad\">failed") + "</td></tr>";
    }

    private static String drill(DrillResult result) {
        StringBuilder html = new StringBuilder("<h2 id=\"" + result.name() + "\">" + result.name()
                + (result.passed() ? " <span class=\"good\">ok</span>" : " <span class=\"bad\">failed</span>")
                + "</h2>");
        html.append(paragraph(result.about()));
        if (!result.failure().isEmpty()) {
            html.append("<p class=\"bad\">Not carried through: ")
                    .append(escape(result.failure()))
                    .append("</p>");
        }
        html.append("<p class=\"dim\">")
                .append(escape(result.settings() + ", " + result.sockets() + " sockets, "
                        + result.took().toSeconds() + " s. Cores used: " + TextReport.cores(result.cores())
                        + ". Sockets closed, by code: " + result.counts().closes() + ". Connections refused: "
                        + result.counts().refusals() + ". Errors told: "
                        + result.counts().errors() + ". Games finished: "
                        + result.counts().gamesFinished()
                        + ", compared: " + result.counts().gamesCompared() + ", tables that did not come together: "
                        + result.counts().setupsFailed() + "."))
                .append("</p>");
        html.append("<table><tr><th>Milliseconds</th><th>count</th><th>p50</th><th>p95</th><th>p99</th>"
                + "<th>max</th><th>budget</th></tr>");
        for (Metric metric : Metric.values()) {
            Spread spread = result.spread(metric);
            if (spread.count() > 0) {
                html.append("<tr><td>").append(escape(metric.title())).append("</td>");
                html.append(cell(spread.count())).append(cell(spread.p50())).append(cell(spread.p95()));
                html.append(cell(spread.p99())).append(cell(spread.max()));
                html.append("<td>")
                        .append(escape(TextReport.budgets(result, metric)))
                        .append("</td></tr>");
            }
        }
        html.append("</table>").append(Chart.of(result)).append(findings(result));
        return html.toString();
    }

    private static String findings(DrillResult result) {
        List<Finding> findings = result.counts().findings();
        return findings.isEmpty()
                ? ""
                : "<p>" + findings.size() + " findings:</p><ul>"
                        + findings.stream()
                                .limit(MOST_FINDINGS)
                                .map(finding -> "<li" + (finding.kind().fatal() ? " class=\"bad\"" : "") + ">"
                                        + finding.kind().plural() + ": <code>" + finding.room() + "</code> "
                                        + escape(finding.text()) + "</li>")
                                .collect(Collectors.joining())
                        + "</ul>";
    }

    private static String paragraph(String text) {
        return "<p>" + escape(text) + "</p>";
    }

    private static String cell(Object value) {
        return "<td>" + value + "</td>";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
