package io.liaptui.ws.figures;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * The metrics of this node as lines of the embedded metric format: one for those without labels and one for each set of
 * labels, since a line holds a name once. What only grows is written as its growth since the last time, so that CloudWatch
 * may sum over nodes and minutes.
 *
 * <p>Names are explained in {@code docs/cloudwatch.md}; times and sizes appear as {@code …_count} and {@code …_max}. Threading: one
 * thread at a time.
 */
final class FigureLines {
    /** One namespace for all stacks; the service tells them apart. */
    static final String NAMESPACE = "LiapTui";

    private static final String OURS = "liap.";
    /** A metric for each state of each node would cost more than it says: the balancer knows who is healthy. */
    private static final String NOT_WRITTEN = "liap.node.state";

    private static final String BUCKET = "le";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final MeterRegistry registry;
    private final String service;
    private final Map<String, Double> before = new HashMap<>();

    FigureLines(MeterRegistry registry, String service) {
        this.registry = registry;
        this.service = service;
    }

    /**
     * @param now epoch ms
     */
    List<String> write(long now) {
        Map<List<Tag>, Map<String, Double>> groups = new HashMap<>();
        for (Meter meter : registry.getMeters()) {
            Meter.Id id = meter.getId();
            // Some registries keep the buckets of a histogram as gauges of their own
            if (id.getName().startsWith(OURS) && !id.getName().equals(NOT_WRITTEN) && id.getTag(BUCKET) == null) {
                add(meter, groups.computeIfAbsent(id.getTags(), tags -> new TreeMap<>()));
            }
        }
        return groups.entrySet().stream()
                .map(group -> line(now, group.getKey(), group.getValue()))
                .sorted()
                .toList();
    }

    private void add(Meter meter, Map<String, Double> values) {
        String name = meter.getId().getName().replace('.', '_');
        String key = name + meter.getId().getTags();
        switch (meter) {
            case Gauge gauge -> values.put(name, gauge.value());
            case Counter counter -> values.put(name + "_total", growth(key, counter.count()));
            case Timer timer -> {
                values.put(name + "_seconds_count", growth(key, timer.count()));
                values.put(name + "_seconds_max", timer.max(TimeUnit.SECONDS));
            }
            case DistributionSummary sizes -> {
                values.put(name + "_count", growth(key, sizes.count()));
                values.put(name + "_max", sizes.max());
            }
            default -> {
                // Kinds that nobody here registers
            }
        }
    }

    private static boolean isTime(String name) {
        return name.endsWith("_seconds_max") || name.endsWith("_seconds");
    }

    private double growth(String key, double now) {
        Double last = before.put(key, now);
        return now - (last == null ? 0 : last);
    }

    private String line(long now, List<Tag> tags, Map<String, Double> values) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ObjectNode aws = root.putObject("_aws");
        aws.put("Timestamp", now);
        ObjectNode directive = aws.putArray("CloudWatchMetrics").addObject();
        directive.put("Namespace", NAMESPACE);
        ArrayNode dimensions = directive.putArray("Dimensions").addArray();
        dimensions.add("service");
        root.put("service", service);
        for (Tag tag : tags) {
            dimensions.add(tag.getKey());
            root.put(tag.getKey(), tag.getValue());
        }
        ArrayNode metrics = directive.putArray("Metrics");
        values.forEach((name, value) -> {
            // CloudWatch refuses the whole line for one number that is none
            if (Double.isFinite(value)) {
                metrics.addObject().put("Name", name).put("Unit", isTime(name) ? "Seconds" : "Count");
                root.put(name, value);
            }
        });
        try {
            return JSON.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
