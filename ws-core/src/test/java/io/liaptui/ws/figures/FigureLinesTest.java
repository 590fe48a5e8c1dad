package io.liaptui.ws.figures;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.redis.NodeLog;
import io.liaptui.common.redis.NodeRow;
import io.liaptui.common.redis.NodeTraffic;
import io.liaptui.ws.ownership.SoleNode;
import io.liaptui.ws.testkit.VirtualTime;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FigureLinesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern EXPLAINED = Pattern.compile("(?m)^\\| `(liap_\\w+)` \\| ([^|]+) \\|");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Meters meters = new Meters(registry);
    private final FigureLines lines = new FigureLines(registry, "liaptui");

    @BeforeEach
    void gauges() {
        Figures figures = new Figures(
                List::of,
                () -> 7,
                InstantSource.system(),
                "test",
                meters::recovery,
                () -> NodeTraffic.NONE,
                () -> NodeLog.NONE);
        NodeGauges.register(
                registry,
                figures,
                new SoleNode(new NodeId("a"), () -> new NodeRow(0, "", 1, "test", 1, 1, 0, 100, "a")),
                () -> true,
                () -> Duration.ofMillis(1_500));
    }

    @Test
    void everyNameAndLabelIsExplainedAndNothingElse() throws IOException {
        Map<String, String> explained = new TreeMap<>();
        EXPLAINED
                .matcher(Files.readString(Path.of("../docs/cloudwatch.md")))
                .results()
                .forEach(row -> explained.put(row.group(1), row.group(2).replace("`", "")));
        Map<String, String> written = new TreeMap<>();
        for (JsonNode directive : directives(lines.write(0))) {
            List<String> labels = texts(directive.path("Dimensions").path(0));
            assertThat(labels.getFirst()).isEqualTo("service");
            String label = labels.size() == 1 ? "-" : String.join(", ", labels.subList(1, labels.size()));
            directive
                    .path("Metrics")
                    .forEach(metric -> written.put(metric.path("Name").asText(), label));
        }

        assertThat(written).isEqualTo(explained);
    }

    @Test
    void aLineIsTheEmbeddedFormat() throws IOException {
        JsonNode line = JSON.readTree(lines.write(1_700_000_000_000L).stream()
                .filter(one -> one.contains("liap_sockets"))
                .findFirst()
                .orElseThrow());

        assertThat(line.path("_aws").path("Timestamp").asLong()).isEqualTo(1_700_000_000_000L);
        assertThat(line.path("_aws")
                        .path("CloudWatchMetrics")
                        .path(0)
                        .path("Namespace")
                        .asText())
                .isEqualTo("LiapTui");
        assertThat(line.path("service").asText()).isEqualTo("liaptui");
        assertThat(line.path("liap_sockets").asDouble()).isEqualTo(7);
    }

    @Test
    void everyMetricOfALineHasItsValueThere() throws IOException {
        for (String text : lines.write(0)) {
            JsonNode line = JSON.readTree(text);
            line.path("_aws").path("CloudWatchMetrics").path(0).path("Metrics").forEach(metric -> assertThat(
                            line.path(metric.path("Name").asText()).isNumber())
                    .as(metric.toString())
                    .isTrue());
        }
    }

    @Test
    void whatGrowsIsWrittenAsItsGrowth() throws IOException {
        meters.fenced();
        meters.fenced();
        meters.appended(Duration.ofMillis(250));
        assertThat(value("liap_fenced_total")).isEqualTo(2);
        meters.fenced();
        List<String> second = lines.write(0);
        assertThat(value("liap_fenced_total", second)).isEqualTo(1);
        assertThat(value("liap_append_seconds_count", second)).isZero();
        assertThat(value("liap_append_seconds_max", second)).isEqualTo(0.25);
    }

    @Test
    void howLongAnAppendHasWaitedIsWrittenWhileItWaits() throws IOException {
        List<String> now = lines.write(0);
        assertThat(value("liap_append_oldest_seconds", now)).isEqualTo(1.5);
        assertThat(value("liap_append_seconds_count", now)).isZero();
        assertThat(directives(now).stream()
                        .flatMap(each -> each.path("Metrics").valueStream())
                        .filter(each -> each.path("Name").asText().equals("liap_append_oldest_seconds"))
                        .map(each -> each.path("Unit").asText()))
                .containsExactly("Seconds");
    }

    @Test
    void eachLabelHasALineOfItsOwn() throws IOException {
        meters.audited(3, 1, 2);
        Map<String, Double> found = new TreeMap<>();
        for (String text : lines.write(0)) {
            JsonNode line = JSON.readTree(text);
            if (line.has("liap_audit_found")) {
                found.put(
                        line.path("kind").asText(),
                        line.path("liap_audit_found").asDouble());
            }
        }
        assertThat(found).isEqualTo(Map.of("ghost", 3.0, "twin", 1.0, "hidden", 2.0));
    }

    @Test
    void theyAreWrittenEveryMinuteIfAskedFor() {
        assertThat(minutes(true, 3)).hasSize(3 * lines.write(0).size());
        assertThat(minutes(false, 3)).isEmpty();
    }

    private List<String> minutes(boolean on, int count) {
        VirtualTime time = new VirtualTime();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FigureSettings settings = new FigureSettings() {
            @Override
            public boolean emf() {
                return on;
            }

            @Override
            public String service() {
                return "liaptui";
            }

            @Override
            public Duration every() {
                return Duration.ofMinutes(1);
            }
        };
        new FigureLog(
                        settings,
                        registry,
                        time,
                        InstantSource.system(),
                        new PrintStream(out, true, StandardCharsets.UTF_8))
                .begin();
        time.pass(Duration.ofMinutes(count));
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private double value(String name) throws IOException {
        return value(name, lines.write(0));
    }

    private static double value(String name, List<String> written) throws IOException {
        for (String text : written) {
            JsonNode line = JSON.readTree(text);
            if (line.has(name)) {
                return line.path(name).asDouble();
            }
        }
        throw new AssertionError(name + " is not in " + written);
    }

    private static List<JsonNode> directives(List<String> written) throws IOException {
        List<JsonNode> all = new ArrayList<>();
        for (String text : written) {
            JSON.readTree(text).path("_aws").path("CloudWatchMetrics").forEach(all::add);
        }
        return all;
    }

    private static List<String> texts(JsonNode array) {
        List<String> all = new ArrayList<>();
        array.forEach(one -> all.add(one.asText()));
        return all;
    }
}
