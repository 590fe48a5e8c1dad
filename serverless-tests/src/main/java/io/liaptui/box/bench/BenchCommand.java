package io.liaptui.box.bench;

import io.liaptui.box.player.ScriptedPlayer;
import io.liaptui.box.player.SimpleChooser;
import io.liaptui.box.process.Ledger;
import io.liaptui.box.process.LeftOvers;
import io.liaptui.box.process.Processes;
import io.liaptui.box.run.Box;
import io.liaptui.box.run.BoxLock;
import io.liaptui.box.run.Layout;
import io.liaptui.box.run.Progress;
import io.liaptui.box.run.Undo;
import io.liaptui.box.run.UpOptions;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * {@code ./liap bench rest}: a box with two nodes, one game that is over and one that runs, and {@link RestBench} on it.
 * However it ends, by Ctrl-C or SIGTERM among others, what it started is stopped.
 */
public final class BenchCommand {
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Layout layout;
    private final BenchOptions options;
    private final Progress progress;
    private final Undo undo;

    private BenchCommand(Layout layout, BenchOptions options, Progress progress) {
        this.layout = layout;
        this.options = options;
        this.progress = progress;
        this.undo = new Undo(progress);
    }

    /**
     * Measures and says what was measured.
     *
     * @param folder for logs
     * @return exit code: 0 done, 1 some request through the front door failed, or it was stopped
     */
    public static int run(Path home, Path folder, List<String> words, Progress progress)
            throws IOException, InterruptedException {
        BenchOptions options = BenchOptions.parse(words);
        Files.createDirectories(folder);
        try (BoxLock _ = BoxLock.take(folder.resolve("bench.lock"))) {
            return new BenchCommand(Layout.in(home, folder), options, progress).run();
        }
    }

    private int run() throws IOException, InterruptedException {
        Thread stop = new Thread(undo::close, "stop-bench");
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            return measure();
        } catch (IOException | RuntimeException e) {
            if (undo.closed()) {
                // Whatever failed, failed because its other end was stopped; the process ends when all is
                progress.say("Stopped.");
                stop.join();
                return 1;
            }
            throw e;
        } finally {
            undo.close();
        }
    }

    private int measure() throws IOException, InterruptedException {
        Ledger ledger = new Ledger(layout.state().resolve("bench-processes.json"));
        LeftOvers.end(ledger);
        Processes processes = new Processes(ledger);
        Vertx vertx = Vertx.vertx();
        undo.add(vertx::close);
        undo.add(CpuShare::removeOwn);
        undo.add(processes::forget);
        UpOptions up = new UpOptions(2, 0, Optional.empty(), 0, OptionalLong.of(1), false, false);
        Box box = Box.start(layout, up, progress, undo);
        undo.add(() -> processes.end(name -> true, GRACE));
        undo.add(processes::close);
        Hesitant hesitant = new Hesitant(12);
        try (ScriptedPlayer ada = new ScriptedPlayer(vertx, box.url(), "Ada", new SimpleChooser());
                ScriptedPlayer bob = new ScriptedPlayer(vertx, box.url(), "Bob", hesitant)) {
            String over = await(ada.createRoom());
            await(ada.startGame());
            await(ada.gameOver());
            String running = await(bob.createRoom());
            await(bob.startGame());
            await(hesitant.stuck());
            progress.say("One game is over (" + over + "), one runs (" + running + ").");
            return new RestBench(vertx, layout, box, processes, undo, options, progress).run(Requests.about(running));
        }
    }

    private static <T> T await(CompletableFuture<T> step) {
        return step.orTimeout(120, TimeUnit.SECONDS).join();
    }
}
