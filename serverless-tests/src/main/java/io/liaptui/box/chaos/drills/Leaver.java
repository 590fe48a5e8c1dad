package io.liaptui.box.chaos.drills;

import io.liaptui.box.chaos.report.Metric;
import io.liaptui.box.run.Node;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A node that was told to go: waits for its end, and reads meanwhile how long its rooms paused. One thread. */
final class Leaver {
    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final Duration BETWEEN = Duration.ofMillis(50);
    private static final Duration ANSWER = Duration.ofSeconds(1);
    private static final Pattern BUCKET =
            Pattern.compile("^liap_handover_seconds_bucket\\{.*le=\"([^\"]+)\".*} (\\S+)$");
    private static final Pattern LONGEST = Pattern.compile("^liap_handover_seconds_max\\S* (\\S+)$");
    private static final double NANOS = 1e9;

    private final Node node;
    private Map<Double, Long> upTo = new TreeMap<>();
    private double longest;

    private Leaver(Node node) {
        this.node = node;
    }

    /**
     * SIGTERM, until its process is gone.
     *
     * @throws IOException if it does not end within two minutes
     */
    static void stop(Stage stage, Node node) throws IOException, InterruptedException {
        long began = System.nanoTime();
        stage.fleet().terminate(node);
        Leaver leaver = new Leaver(node);
        leaver.follow(began + LIMIT.toNanos());
        stage.repetition().add(Metric.DRAIN, System.nanoTime() - began);
        leaver.pauses(stage);
        stage.fleet().forget(node);
    }

    private void follow(long deadline) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(ANSWER).build()) {
            HttpRequest metrics = HttpRequest.newBuilder(node.uri().resolve("/q/metrics"))
                    .timeout(ANSWER)
                    .build();
            while (!node.child().ended(BETWEEN)) {
                try {
                    read(http.send(metrics, BodyHandlers.ofString()).body());
                } catch (IOException e) {
                    // On its way out it answers nobody; what was read before counts
                }
                if (System.nanoTime() > deadline) {
                    throw new IOException(
                            node.name() + " did not end within " + LIMIT.toSeconds() + " s after SIGTERM");
                }
            }
        }
    }

    private void read(String text) {
        Map<Double, Long> seen = new TreeMap<>();
        text.lines().forEach(line -> {
            Matcher bucket = BUCKET.matcher(line);
            Matcher most = LONGEST.matcher(line);
            if (bucket.matches()) {
                double bound = bucket.group(1).equals("+Inf") ? Double.MAX_VALUE : Double.parseDouble(bucket.group(1));
                seen.put(bound, (long) Double.parseDouble(bucket.group(2)));
            } else if (most.matches()) {
                longest = Double.parseDouble(most.group(1));
            }
        });
        if (!seen.isEmpty()) {
            upTo = seen;
        }
    }

    /** A node counts pauses by bounds: each one here is the bound below which it was, or the longest of all. */
    private void pauses(Stage stage) {
        long before = 0;
        for (Map.Entry<Double, Long> bucket : upTo.entrySet()) {
            long nanos = Math.round(Math.min(bucket.getKey(), longest) * NANOS);
            for (long i = before; i < bucket.getValue(); i++) {
                stage.repetition().add(Metric.PAUSE, nanos);
            }
            before = bucket.getValue();
        }
    }
}
