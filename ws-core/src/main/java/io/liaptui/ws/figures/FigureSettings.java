package io.liaptui.ws.figures;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Whether and how a node's metrics go into its log. */
@ConfigMapping(prefix = "liap.metrics")
public interface FigureSettings {
    /** On AWS only: elsewhere the lines are noise, and Prometheus asks by itself. */
    @WithDefault("off")
    boolean emf();

    /** The one dimension: metrics of all nodes of a service are one metric. */
    @WithDefault("liaptui")
    String service();

    /** From one writing to the next. Alarms and autoscaling reckon with a minute. */
    @WithDefault("60s")
    Duration every();
}
