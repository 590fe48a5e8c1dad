package io.liaptui.box.chaos.drills;

import io.liaptui.box.chaos.report.Metric;
import io.liaptui.box.run.Node;
import java.io.IOException;
import java.time.Duration;

/** A node that is told to go, until it is gone. */
final class Leaver {
    private static final Duration LIMIT = Duration.ofSeconds(120);

    private Leaver() {}

    /**
     * SIGTERM, until its process is gone. How long its rooms paused stands in its log: reading its metrics meanwhile would
     * be work that a stopping node does not have elsewhere.
     *
     * @throws IOException if it does not end within two minutes
     */
    static void stop(Stage stage, Node node) throws IOException, InterruptedException {
        long began = System.nanoTime();
        stage.fleet().terminate(node);
        if (!node.child().ended(LIMIT)) {
            throw new IOException(node.name() + " did not end within " + LIMIT.toSeconds() + " s after SIGTERM");
        }
        stage.repetition().add(Metric.DRAIN, System.nanoTime() - began);
        stage.fleet().forget(node);
    }
}
