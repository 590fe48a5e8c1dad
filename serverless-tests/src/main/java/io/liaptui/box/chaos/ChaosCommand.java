package io.liaptui.box.chaos;

import io.liaptui.box.chaos.report.DrillResult;
import io.liaptui.box.chaos.report.TextReport;
import io.liaptui.box.run.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** {@code ./liap chaos}. */
public final class ChaosCommand {
    private static final Logger NETWORK = Logger.getLogger("io.vertx");

    private ChaosCommand() {}

    /**
     * Runs it and says what came of it.
     *
     * @param folder for logs and reports
     * @return exit code: 0 nothing was lost, 1 something was
     */
    public static int run(Path home, Path folder, List<String> words, Progress progress)
            throws IOException, InterruptedException {
        // Connections that break are what it is about
        NETWORK.setLevel(Level.OFF);
        ChaosOptions options = ChaosOptions.parse(words);
        List<DrillResult> results = new Chaos(home, folder, options, progress).run();
        TextReport.lines(results).forEach(progress::say);
        progress.say("Reports: " + folder.resolve("chaos-report.html") + " and chaos-report.json beside it");
        return results.stream().allMatch(DrillResult::passed) ? 0 : 1;
    }
}
