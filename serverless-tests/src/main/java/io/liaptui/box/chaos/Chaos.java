package io.liaptui.box.chaos;

import io.liaptui.box.chaos.drills.Drill;
import io.liaptui.box.chaos.fleet.FleetOptions;
import io.liaptui.box.chaos.report.DrillResult;
import io.liaptui.box.chaos.report.Report;
import io.liaptui.box.process.Ledger;
import io.liaptui.box.process.LeftOvers;
import io.liaptui.box.process.Processes;
import io.liaptui.box.run.BoxLock;
import io.liaptui.box.run.Folders;
import io.liaptui.box.run.Layout;
import io.liaptui.box.run.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs drills one after the other and says what came of them. */
public final class Chaos {
    private static final Duration GRACE = Duration.ofSeconds(10);
    private final Layout layout;
    private final Path folder;
    private final ChaosOptions options;
    private final Progress progress;

    /**
     * @param home the clone
     * @param folder for logs and reports, {@code .liap/chaos}
     */
    public Chaos(Path home, Path folder, ChaosOptions options, Progress progress) {
        this.layout = Layout.in(home, folder.resolve("box"));
        this.folder = folder;
        this.options = options;
        this.progress = progress;
    }

    /**
     * Runs all drills and writes the reports. Processes that it started are ended however it ends.
     *
     * @return what came of each
     */
    public List<DrillResult> run() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        try (BoxLock _ = BoxLock.take(folder.resolve("chaos.lock"))) {
            Ledger ledger = new Ledger(folder.resolve("processes.json"));
            LeftOvers.end(ledger);
            Folders.delete(layout.logs());
            Processes processes = new Processes(ledger);
            Thread stop = new Thread(() -> end(processes), "stop-chaos");
            Runtime.getRuntime().addShutdownHook(stop);
            try {
                return drill(processes);
            } finally {
                end(processes);
                processes.forget();
                Runtime.getRuntime().removeShutdownHook(stop);
            }
        }
    }

    private List<DrillResult> drill(Processes processes) throws IOException, InterruptedException {
        List<DrillResult> results = new ArrayList<>();
        @Nullable Theatre theatre = null;
        try {
            for (Drill drill : options.drills()) {
                FleetOptions needed = drill.fleet(usual());
                if (theatre != null && !theatre.serves(needed)) {
                    theatre.close();
                    theatre = null;
                }
                if (theatre == null) {
                    theatre = Theatre.open(layout, needed, options, processes, progress);
                }
                DrillResult result = theatre.play(drill);
                results.add(result);
                Report.write(folder, results);
            }
        } finally {
            if (theatre != null) {
                theatre.close();
            }
        }
        return results;
    }

    private FleetOptions usual() {
        Map<String, String> environment = new HashMap<>();
        environment.put("LIAP_HANDOVER", options.handover() ? "on" : "off");
        environment.put("LIAP_REDIS_DURABILITY", options.durability());
        // Short games, so that some end and others begin around each fault. Capitals could not say where the dots are
        environment.put("liap.games.liaptui.max-rounds", "3");
        return new FleetOptions(options.nodes(), options.pace(), false, 1, environment);
    }

    private void end(Processes processes) {
        try {
            processes.close();
            processes.end(name -> true, GRACE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
