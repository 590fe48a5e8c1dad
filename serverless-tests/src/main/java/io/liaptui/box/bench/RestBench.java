package io.liaptui.box.bench;

import io.liaptui.box.front.FrontDoor;
import io.liaptui.box.front.FrontDoorOptions;
import io.liaptui.box.front.rules.ListenerRules;
import io.liaptui.box.lambda.FunctionCode;
import io.liaptui.box.lambda.PackagedFunction;
import io.liaptui.box.process.Processes;
import io.liaptui.box.run.Box;
import io.liaptui.box.run.BoxFailure;
import io.liaptui.box.run.Layout;
import io.liaptui.box.run.Progress;
import io.liaptui.box.run.Undo;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * The packaged function alone, with whole cores and with the share of a core that Lambda gives to some sizes of memory;
 * then through the front door at a steady rate. The {@link Peer} answers the same questions in the same run, so that the
 * figures of another machine can be compared by their ratio.
 */
final class RestBench {
    private static final int[] MEMORY = {128, 256, 512, 1024};
    private static final int FEW = 200;
    private static final Duration WARM = Duration.ofSeconds(10);
    private static final long LIMIT_SECONDS = 30;

    private final Vertx vertx;
    private final Layout layout;
    private final Box box;
    private final URI redis;
    private final Processes processes;
    private final Undo undo;
    private final BenchOptions options;
    private final Progress progress;

    RestBench(
            Vertx vertx,
            Layout layout,
            Box box,
            Processes processes,
            Undo undo,
            BenchOptions options,
            Progress progress) {
        this.vertx = vertx;
        this.layout = layout;
        this.box = box;
        this.redis = URI.create(box.redisUrl());
        this.processes = processes;
        this.undo = undo;
        this.options = options;
        this.progress = progress;
    }

    /** Exit code: 1 if some request through the front door failed. */
    int run(Requests requests) throws IOException, InterruptedException {
        say("function.zip: %.1f MB", Files.size(layout.functionZip()) / 1e6);
        PeerProcess peer = PeerProcess.start(processes, redis, layout.log("peer"));
        PeerProcess.fill(vertx, redis, new Recorded(vertx, box.url()).answers(requests));
        alone(requests, peer);
        for (int memory : MEMORY) {
            shared(requests, memory);
        }
        return frontDoor(requests, peer);
    }

    private void alone(Requests requests, PeerProcess peer) throws IOException {
        FunctionBench bench = new FunctionBench(vertx, processes);
        FunctionBench.Result whole = bench.run(code(Map.of()), requests, options.requests(), Optional.empty());
        say("whole cores", whole);
        PeerBench.Result plain = new PeerBench(vertx).run(peer, requests, options.requests());
        say(
                "peer, whole cores: warm %s, %.2f ms CPU per request, %.0f MB resident",
                plain.warm().text(), plain.cpuMillis(), plain.residentMb());
        say(
                "function to peer: p50 %.1f times, p95 %.1f times, CPU %.1f times",
                whole.warm().p50() / plain.warm().p50(),
                whole.warm().p95() / plain.warm().p95(),
                whole.cpuMillis() / plain.cpuMillis());
        say(
                "whole cores, hooks of SnapStart played",
                bench.run(
                        code(Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start")), requests, FEW, Optional.empty()));
        for (String path : requests.paths()) {
            say(path, bench.run(code(Map.of()), new Requests(List.of(path)), FEW * 2, Optional.empty()));
        }
    }

    private void shared(Requests requests, int memory) throws IOException {
        Optional<CpuShare> share = CpuShare.of(memory);
        if (share.isEmpty()) {
            progress.say(memory + " MB: not measured, for no control group can be made here");
            return;
        }
        try (CpuShare held = share.get()) {
            say(
                    "share of " + memory + " MB",
                    new FunctionBench(vertx, processes).run(code(Map.of()), requests, FEW, Optional.of(held)));
        } catch (BoxFailure e) {
            if (undo.closed()) {
                throw e;
            }
            // With too small a share Redis' answer is read too late; that is a result, too
            progress.say("share of " + memory + " MB: too small. " + e.getMessage());
        }
    }

    private int frontDoor(Requests requests, PeerProcess peer) throws IOException, InterruptedException {
        DoorBench.Result function = atRate("front door", requests, new DoorBench(vertx, box.url(), this::functionCpu));
        FrontDoor door = doorBefore(peer);
        DoorBench.Result plain =
                atRate("front door before the peer", requests, new DoorBench(vertx, door.uri(), peer::cpu));
        say(
                "function to peer: p50 %.1f times, p95 %.1f times, CPU %.1f times",
                function.times().p50() / plain.times().p50(),
                function.times().p95() / plain.times().p95(),
                function.cpuMillis() / plain.cpuMillis());
        return function.failed() + plain.failed() == 0 ? 0 : 1;
    }

    private DoorBench.Result atRate(String what, Requests requests, DoorBench bench) throws InterruptedException {
        // The first seconds are the compilers' own
        bench.run(requests, options.rate(), WARM);
        DoorBench.Result result = bench.run(requests, options.rate(), Duration.ofSeconds(options.seconds()));
        say(
                "%s, %d requests/s for %d s: %s; %d failed; %.2f ms CPU per request; cores %.0f %% busy",
                what,
                options.rate(),
                options.seconds(),
                result.times().text(),
                result.failed(),
                result.cpuMillis(),
                100 * result.busy());
        return result;
    }

    /** The same rules, but that the API's requests go to the group of the nodes, in which the peer is alone. */
    private FrontDoor doorBefore(PeerProcess peer) throws IOException {
        String rules = Files.readString(layout.home().resolve("terraform/listener-rules.json"))
                .replace("\"target_group_key\": \"rest\"", "\"target_group_key\": \"ws\"");
        FrontDoor door = await(FrontDoor.start(
                vertx,
                new FrontDoorOptions(
                        "127.0.0.1",
                        0,
                        ListenerRules.parse(rules, "the rules with the peer for the function"),
                        layout.site(),
                        Map.of("rest", box.function()),
                        1)));
        undo.add(() -> await(door.stop()));
        door.targets("ws").add(peer.uri(), peer.uri().getPort());
        await(door.targets("ws").whenHealthy(1));
        return door;
    }

    private Duration functionCpu() {
        return box.functionPids().stream().map(ProcessFigures::cpu).reduce(Duration.ZERO, Duration::plus);
    }

    private FunctionCode code(Map<String, String> more) throws IOException {
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

    private void say(String what, FunctionBench.Result result) {
        say(
                "function, %s: init %.0f ms, first %.0f ms, warm %s, %.2f ms CPU per request, %.0f MB resident",
                what, result.init(), result.first(), result.warm().text(), result.cpuMillis(), result.residentMb());
    }

    private void say(String format, Object... figures) {
        progress.say(String.format(Locale.ROOT, format, figures));
    }

    private static <T> T await(CompletionStage<T> step) {
        return step.toCompletableFuture()
                .orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS)
                .join();
    }
}
