package io.liaptui.box.bench;

import io.liaptui.box.lambda.FunctionCode;
import io.liaptui.box.lambda.PackagedFunction;
import io.liaptui.box.player.ScriptedPlayer;
import io.liaptui.box.player.SimpleChooser;
import io.liaptui.box.process.Ledger;
import io.liaptui.box.process.Processes;
import io.liaptui.box.run.Box;
import io.liaptui.box.run.BoxFailure;
import io.liaptui.box.run.Layout;
import io.liaptui.box.run.Progress;
import io.liaptui.box.run.Undo;
import io.liaptui.box.run.UpOptions;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * {@code ./liap bench rest}: a box with two nodes, one game that is over and one that runs; then the packaged function
 * alone, with whole cores and with the share of a core that Lambda gives to some sizes of memory; then the front door at
 * a steady rate.
 */
public final class BenchCommand {
    private static final int[] MEMORY = {128, 256, 512, 1024};
    private static final int FEW = 200;

    private final Layout layout;
    private final BenchOptions options;
    private final Progress progress;
    private final Vertx vertx = Vertx.vertx();

    private BenchCommand(Layout layout, BenchOptions options, Progress progress) {
        this.layout = layout;
        this.options = options;
        this.progress = progress;
    }

    /**
     * Measures and says what was measured.
     *
     * @param folder for logs
     * @return exit code: 0 done, 1 some request through the front door failed
     */
    public static int run(Path home, Path folder, List<String> words, Progress progress)
            throws IOException, InterruptedException {
        BenchOptions options = BenchOptions.parse(words);
        return new BenchCommand(Layout.in(home, folder), options, progress).run();
    }

    private int run() throws IOException, InterruptedException {
        progress.say(String.format(Locale.ROOT, "function.zip: %.1f MB", Files.size(layout.functionZip()) / 1e6));
        UpOptions up = new UpOptions(2, 0, Optional.empty(), 0, OptionalLong.of(1), false);
        Hesitant hesitant = new Hesitant(12);
        try (Box box = Box.start(layout, up, progress, new Undo(progress::say));
                ScriptedPlayer ada = new ScriptedPlayer(vertx, box.url(), "Ada", new SimpleChooser());
                ScriptedPlayer bob = new ScriptedPlayer(vertx, box.url(), "Bob", hesitant)) {
            String over = await(ada.createRoom());
            await(ada.startGame());
            await(ada.gameOver());
            String running = await(bob.createRoom());
            await(bob.startGame());
            await(hesitant.stuck());
            progress.say("One game is over (" + over + "), one runs (" + running + ").");
            functionAlone(box, running);
            return frontDoor(box, running);
        } finally {
            vertx.close();
        }
    }

    private void functionAlone(Box box, String room) throws IOException {
        Processes processes = new Processes(new Ledger(layout.state().resolve("bench-processes.json")));
        FunctionBench bench = new FunctionBench(vertx, processes);
        try {
            say(
                    "whole cores",
                    bench.run(code(box, Map.of()), Requests.about(room), options.requests(), Optional.empty()));
            say(
                    "whole cores, hooks of SnapStart played",
                    bench.run(
                            code(box, Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start")),
                            Requests.about(room),
                            FEW,
                            Optional.empty()));
            for (String path : Requests.about(room).paths()) {
                say(path, bench.run(code(box, Map.of()), new Requests(List.of(path)), FEW * 2, Optional.empty()));
            }
            for (int memory : MEMORY) {
                shared(box, room, bench, memory);
            }
        } finally {
            processes.close();
        }
    }

    private void shared(Box box, String room, FunctionBench bench, int memory) throws IOException {
        Optional<CpuShare> share = CpuShare.of(memory);
        if (share.isEmpty()) {
            progress.say(memory + " MB: not measured, for no control group can be made here");
            return;
        }
        try (CpuShare held = share.get()) {
            say(
                    "share of " + memory + " MB",
                    bench.run(code(box, Map.of()), Requests.about(room), FEW, Optional.of(held)));
        } catch (BoxFailure e) {
            // With too small a share Redis' answer is read too late; that is a result, too
            progress.say("share of " + memory + " MB: too small. " + e.getMessage());
        }
    }

    private int frontDoor(Box box, String room) throws InterruptedException {
        DoorBench door = new DoorBench(vertx, box);
        Requests requests = Requests.about(room);
        // The first seconds are the compilers' own
        door.run(requests, options.rate(), Duration.ofSeconds(10));
        DoorBench.Result result = door.run(requests, options.rate(), Duration.ofSeconds(options.seconds()));
        progress.say(String.format(
                Locale.ROOT,
                "front door, %d requests/s for %d s: %s; %d failed; %.2f ms CPU of the function per request; cores %.0f %% busy",
                options.rate(),
                options.seconds(),
                result.times().text(),
                result.failed(),
                result.functionCpuMillis(),
                100 * result.busy()));
        return result.failed() == 0 ? 0 : 1;
    }

    private void say(String what, FunctionBench.Result result) {
        progress.say(String.format(
                Locale.ROOT,
                "function, %s: init %.0f ms, first %.0f ms, warm %s, %.2f ms CPU per request, %.0f MB resident",
                what,
                result.init(),
                result.first(),
                result.warm().text(),
                result.cpuMillis(),
                result.residentMb()));
    }

    private FunctionCode code(Box box, Map<String, String> more) throws IOException {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("QUARKUS_REDIS_HOSTS", box.redisUrl());
        settings.put("LIAP_ARCHIVE", layout.archive().toString());
        return PackagedFunction.unpack(
                "bench",
                layout.functionZip(),
                layout.runtimeClient(),
                layout.state().resolve("bench-task"),
                layout.log("bench"),
                settings);
    }

    private static <T> T await(CompletableFuture<T> step) {
        return step.orTimeout(120, TimeUnit.SECONDS).join();
    }
}
