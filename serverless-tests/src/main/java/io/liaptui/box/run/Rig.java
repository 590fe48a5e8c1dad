package io.liaptui.box.run;

import java.util.Map;

/** What differs from the usual box for those who do it harm on purpose. */
public interface Rig {
    /** Nothing differs. */
    Rig NONE = number -> Map.of();

    /**
     * Environment of a node that is about to start, beside the usual one and before it. Called under a lock; may block
     * for a moment.
     *
     * @param number of the node
     */
    Map<String, String> environment(int number);

    /** Multiplies the balancer's times: health checks, idle timeout, deregistration delay. */
    default double timeScale() {
        return 1;
    }
}
