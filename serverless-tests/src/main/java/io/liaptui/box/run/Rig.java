package io.liaptui.box.run;

import java.io.IOException;
import java.nio.file.Path;
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

    /**
     * What a node that is about to start runs, if it is not the packaged program: a folder like that one.
     *
     * @param usual the packaged program
     */
    default Path program(int node, Path usual) throws IOException {
        return usual;
    }

    /** Multiplies the balancer's times: health checks, idle timeout, deregistration delay. */
    default double timeScale() {
        return 1;
    }
}
