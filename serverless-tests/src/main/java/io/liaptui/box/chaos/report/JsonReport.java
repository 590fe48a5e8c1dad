package io.liaptui.box.chaos.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.box.chaos.verdict.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The report for programs. Times in milliseconds, processor use in cores. */
final class JsonReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonReport() {}

    static String of(Machine machine, List<DrillResult> results) {
        ObjectNode report = JSON.createObjectNode();
        report.put("passed", results.stream().allMatch(DrillResult::passed));
        report.put("when", machine.when());
        report.putObject("machine")
                .put("processor", machine.processor())
                .put("cores", machine.cores())
                .put("memory_gib", machine.memoryGiB())
                .put("java", machine.java());
        ArrayNode drills = report.putArray("drills");
        results.forEach(result -> drill(drills.addObject(), result));
        return report.toPrettyString() + "\n";
    }

    private static void drill(ObjectNode json, DrillResult result) {
        json.put("name", result.name()).put("about", result.about()).put("passed", result.passed());
        if (!result.failure().isEmpty()) {
            json.put("failure", result.failure());
        }
        json.put("sockets", result.sockets()).put("seconds", result.took().toSeconds());
        result.settings().forEach(json.putObject("settings")::put);
        cores(json.putObject("cores"), result.cores());
        ObjectNode counts = json.putObject("counts")
                .put("repetitions", result.repetitions().size())
                .put("games_finished", result.counts().gamesFinished())
                .put("games_compared", result.counts().gamesCompared())
                .put("moves_compared", result.counts().movesCompared())
                .put("setups_failed", result.counts().setupsFailed())
                .put("pauses_told", result.counts().pausesTold())
                .put("without_gap", result.withoutGap());
        for (Finding.Kind kind : Finding.Kind.values()) {
            counts.put(kind.plural().replace(' ', '_'), result.count(kind));
        }
        ObjectNode closes = json.putObject("closes");
        result.counts().closes().forEach((code, count) -> closes.put(Integer.toString(code), count));
        result.counts().refusals().forEach(json.putObject("refused_connections")::put);
        result.counts().errors().forEach(json.putObject("errors_told")::put);
        ObjectNode times = json.putObject("times");
        for (Metric metric : Metric.values()) {
            Spread spread = result.spread(metric);
            if (spread.count() > 0) {
                spread(times.putObject(key(metric)), spread);
            }
        }
        ArrayNode budgets = json.putArray("budgets");
        result.budgets().forEach(budget -> budgets.addObject()
                .put("time", key(budget.metric()))
                .put("at", budget.level().name().toLowerCase(Locale.ROOT))
                .put("limit", budget.millis())
                .put("seen", result.spread(budget.metric()).at(budget.level()))
                .put("kept", budget.kept(result.spread(budget.metric()))));
        repetitions(json.putArray("repetitions"), result);
        ArrayNode findings = json.putArray("findings");
        result.counts().findings().forEach(finding -> findings.addObject()
                .put("kind", finding.kind().plural())
                .put("room", finding.room())
                .put("text", finding.text()));
    }

    private static void repetitions(ArrayNode json, DrillResult result) {
        for (Repetition repetition : result.repetitions()) {
            ObjectNode each = json.addObject();
            each.put("notes", String.join(", ", repetition.notes()));
            for (Metric metric : Metric.values()) {
                if (!repetition.times(metric).isEmpty()) {
                    spread(each.putObject(key(metric)), Spread.of(repetition.times(metric)));
                }
            }
        }
    }

    private static void cores(ObjectNode json, Map<String, Double> cores) {
        cores.forEach((who, used) -> json.put(who, Math.round(used * 100) / 100.0));
    }

    private static void spread(ObjectNode json, Spread spread) {
        json.put("count", spread.count())
                .put("p50", spread.p50())
                .put("p95", spread.p95())
                .put("p99", spread.p99())
                .put("max", spread.max());
    }

    private static String key(Metric metric) {
        return metric.name().toLowerCase(Locale.ROOT);
    }
}
