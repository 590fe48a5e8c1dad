package io.liaptui.box.chaos;

import io.liaptui.box.chaos.drills.Drill;
import io.liaptui.box.chaos.drills.Stage;
import io.liaptui.box.chaos.fleet.CpuMeter;
import io.liaptui.box.chaos.fleet.Fleet;
import io.liaptui.box.chaos.fleet.FleetOptions;
import io.liaptui.box.chaos.load.Load;
import io.liaptui.box.chaos.load.LoadOptions;
import io.liaptui.box.chaos.report.DrillResult;
import io.liaptui.box.chaos.report.Metric;
import io.liaptui.box.chaos.report.Repetition;
import io.liaptui.box.chaos.report.Spread;
import io.liaptui.box.chaos.verdict.Histories;
import io.liaptui.box.process.Processes;
import io.liaptui.box.run.Layout;
import io.liaptui.box.run.Progress;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A fleet with games in progress, on which one drill after the other is played. One thread. */
final class Theatre implements AutoCloseable {
    private static final Duration FULL = Duration.ofSeconds(180);
    private static final long LOOK_MILLIS = 250;

    private final Fleet fleet;
    private final FleetOptions needed;
    private final ChaosOptions options;
    private final Progress progress;
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final Histories histories;
    private final Load load;
    private final CpuMeter meter;
    private final Stage stage;
    private boolean sound = true;

    private Theatre(Fleet fleet, FleetOptions needed, Layout layout, ChaosOptions options, Progress progress) {
        this.fleet = fleet;
        this.needed = needed;
        this.options = options;
        this.progress = progress;
        this.histories = new Histories(fleet::admin);
        Duration least = Duration.ofMillis(options.thinkMillis() / 2);
        Duration most = Duration.ofMillis(options.thinkMillis() * 3L / 2);
        this.load = new Load(vertx, fleet.url(), new LoadOptions(options.games(), least, most), histories);
        this.meter = new CpuMeter(fleet::pids);
        this.stage = new Stage(fleet, load, histories, layout);
    }

    static Theatre open(
            Layout layout, FleetOptions needed, ChaosOptions options, Processes processes, Progress progress)
            throws IOException, InterruptedException {
        Fleet fleet = Fleet.start(layout, needed, processes, line -> {});
        Theatre theatre = new Theatre(fleet, needed, layout, options, progress);
        boolean ready = false;
        try {
            theatre.fill();
            ready = true;
        } finally {
            if (!ready) {
                theatre.close();
            }
        }
        return theatre;
    }

    private void fill() throws InterruptedException, IOException {
        progress.say("Starting " + options.games() + " games on " + needed.nodes() + " nodes ...");
        load.start();
        long deadline = System.nanoTime() + FULL.toNanos();
        // Games end and begin all the time, so hardly ever all of them run
        while (load.playing() < Math.ceil(options.games() * 0.9)) {
            if (System.nanoTime() > deadline) {
                throw new IOException("only " + load.playing() + " of " + options.games() + " games came together in "
                        + FULL.toSeconds() + " s; try fewer: --games");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        TimeUnit.SECONDS.sleep(options.warmSeconds());
    }

    /** Whether a drill with these needs can be played here. */
    boolean serves(FleetOptions other) {
        return sound && needed.equals(other);
    }

    DrillResult play(Drill drill) throws InterruptedException {
        int rounds = options.rounds().orElse(drill.rounds());
        load.tally().clear();
        meter.reset();
        long began = System.nanoTime();
        int sockets = fleet.nodes().stream()
                .mapToInt(node -> fleet.sockets(node).size())
                .sum();
        List<Repetition> repetitions = new ArrayList<>();
        String failure = "";
        int[] at = {1};
        try (LiveLine live = new LiveLine(progress, () -> now(drill, at[0], rounds))) {
            for (int round = 1; round <= rounds; round++) {
                at[0] = round;
                stage.steady();
                stage.newRepetition();
                drill.repeat(stage);
                stage.inOrder();
                repetitions.add(stage.repetition());
                live.say(line(drill, round, rounds, stage.repetition()));
            }
        } catch (IOException | RuntimeException e) {
            failure = String.valueOf(e.getMessage());
            sound = false;
        }
        load.compareAll();
        Map<String, Double> cores = meter.cores();
        DrillResult result = new DrillResult(
                drill.name(),
                drill.about(),
                settings(),
                sockets,
                Duration.ofNanos(System.nanoTime() - began),
                cores,
                repetitions,
                load.tally().counts(),
                drill.budgets(),
                failure);
        sound &= result.passed();
        return result;
    }

    private String now(Drill drill, int round, int rounds) {
        return String.format(
                Locale.ROOT,
                "  %-14s %d/%d  %d games, %d moves on the tables, %d wrong",
                drill.name(),
                round,
                rounds,
                load.playing(),
                load.moves(),
                wrong());
    }

    private long wrong() {
        return load.tally().counts().findings().stream()
                .filter(finding -> finding.kind().fatal())
                .count();
    }

    private String line(Drill drill, int round, int rounds, Repetition repetition) {
        Spread stall = Spread.of(repetition.times(Metric.STALL));
        Spread frame = Spread.of(repetition.times(Metric.FIRST_FRAME));
        return String.format(
                Locale.ROOT,
                "  %-14s %d/%d  %s  stall p99 %d max %d ms%s  wrong %d",
                drill.name(),
                round,
                rounds,
                String.join(", ", repetition.notes()),
                stall.p99(),
                stall.max(),
                frame.count() == 0 ? "" : "  first frame p99 " + frame.p99() + " max " + frame.max() + " ms",
                wrong());
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("games", Integer.toString(options.games()));
        settings.put("nodes", Integer.toString(needed.nodes()));
        settings.put("pace", Double.toString(options.pace()));
        settings.put("think", options.thinkMillis() + " ms");
        settings.put("handover", needed.environment().getOrDefault("LIAP_HANDOVER", "on"));
        settings.put("durability", needed.environment().getOrDefault("LIAP_REDIS_DURABILITY", "primary"));
        return settings;
    }

    @Override
    public void close() {
        load.close();
        histories.close();
        meter.close();
        vertx.close();
        fleet.close();
    }
}
