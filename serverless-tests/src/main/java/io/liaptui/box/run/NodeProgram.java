package io.liaptui.box.run;

import io.liaptui.box.process.Child;
import io.liaptui.box.process.Launch;
import io.liaptui.box.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A packaged ws-core and how the JVM runs it. Beside the program lies its AOT cache, made by a node that plays with
 * itself: with it a node starts with less than half the work, which counts where a deploy starts several on the cores
 * that also run the games.
 *
 * @param folder with {@code quarkus-run.jar}
 */
public record NodeProgram(Path folder) {
    private static final Duration TRAINING = Duration.ofSeconds(90);
    private static final String PART = "training";

    /** The command line of a node. */
    List<String> command() {
        return command(Files.exists(cache()) ? List.of("-XX:AOTCache=" + cache()) : List.of());
    }

    /**
     * Makes the cache if there is none. Without one everything works, only more slowly, so a failure is said and no more.
     *
     * @param log what the training writes
     */
    public void train(Processes processes, Path log, Progress progress) throws IOException, InterruptedException {
        if (Files.exists(cache())) {
            return;
        }
        progress.say("Training the start of nodes (once after each build) ...");
        Path made = folder.resolve("app.aot." + ProcessHandle.current().pid());
        Map<String, String> environment = Map.of(
                "QUARKUS_PROFILE",
                PART,
                "QUARKUS_HTTP_HOST",
                "127.0.0.1",
                "QUARKUS_HTTP_PORT",
                Integer.toString(Ports.free()),
                "QUARKUS_MANAGEMENT_HOST",
                "127.0.0.1",
                "QUARKUS_MANAGEMENT_PORT",
                Integer.toString(Ports.free()));
        // What the JVM cannot keep it says at length, class by class
        List<String> recording = List.of("-XX:AOTCacheOutput=" + made, "-Xlog:aot=error", "-Xlog:cds=error");
        Child child = processes.start(new Launch(PART, command(recording), environment, true, folder, log));
        if (!child.ended(TRAINING)) {
            child.kill();
        }
        if (child.exit().join() == 0 && Files.exists(made)) {
            Files.move(made, cache(), StandardCopyOption.ATOMIC_MOVE);
        } else {
            Files.deleteIfExists(made);
            progress.say("The training failed, so nodes start more slowly. Why: " + log);
        }
    }

    /** The program was changed, so its cache fits no more. */
    public void forget() throws IOException {
        Files.deleteIfExists(cache());
    }

    private Path cache() {
        return folder.resolve("app.aot");
    }

    private List<String> command(List<String> more) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                // A thread that ends for want of memory leaves a node that neither works nor goes
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(more);
        command.addAll(List.of("-jar", folder.resolve("quarkus-run.jar").toString()));
        return command;
    }
}
