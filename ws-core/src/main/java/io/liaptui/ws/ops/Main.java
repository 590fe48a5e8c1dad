package io.liaptui.ws.ops;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/**
 * A node, or with {@code --health} the question to the node of this machine whether it lives: the image has neither a
 * shell nor {@code curl}, and ECS asks by running something.
 */
@QuarkusMain
public final class Main {
    private static final String USUAL_PORT = "9000";

    private Main() {}

    /** Ends the process with 0 or 1 if asked for health; otherwise runs until the node is stopped. */
    public static void main(String... args) {
        if (args.length == 1 && args[0].equals("--health")) {
            String port = System.getenv().getOrDefault("QUARKUS_MANAGEMENT_PORT", USUAL_PORT);
            System.exit(HealthProbe.isAlive(Integer.parseInt(port)) ? 0 : 1);
        }
        Quarkus.run(args);
    }
}
