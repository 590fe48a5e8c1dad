package io.liaptui.box.run;

import io.liaptui.box.front.FrontDoor;
import io.liaptui.box.front.FrontDoorOptions;
import io.liaptui.box.front.LambdaTarget;
import io.liaptui.box.front.rules.InvalidListenerRules;
import io.liaptui.box.front.rules.ListenerRules;
import io.liaptui.box.lambda.FunctionCode;
import io.liaptui.box.lambda.FunctionLimits;
import io.liaptui.box.lambda.LambdaRuntime;
import io.liaptui.box.lambda.PackagedFunction;
import io.liaptui.box.process.Ledger;
import io.liaptui.box.process.LeftOvers;
import io.liaptui.box.process.ProcessId;
import io.liaptui.box.process.Processes;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Starts the parts of a box one after the other, each with its undoing. */
final class BoxStart {
    private static final Duration GRACE = Duration.ofSeconds(10);
    private final Layout layout;
    private final UpOptions options;
    private final Progress progress;
    private final Undo undo;
    private final Rig rig;
    private final Ledger ledger;
    private final Processes processes;

    BoxStart(Layout layout, UpOptions options, Progress progress, Undo undo, Rig rig) {
        this.layout = layout;
        this.options = options;
        this.progress = progress;
        this.undo = undo;
        this.rig = rig;
        this.ledger = new Ledger(layout.ledger());
        this.processes = new Processes(ledger);
    }

    Box run() throws IOException, InterruptedException {
        layout.check();
        ListenerRules rules = rules();
        BoxLock lock = BoxLock.take(layout.lock());
        undo.add(lock::close);
        cleanUp();
        if (options.port() != 0 && !Ports.isFree(options.port())) {
            throw new BoxFailure("Port " + options.port()
                    + " is in use by another program. Choose another one: ./liap up --port " + (options.port() + 1));
        }
        Vertx vertx = Vertx.vertx();
        undo.add(() -> Stages.await(vertx.close().toCompletionStage(), GRACE));
        processes.addSelf("box");
        undo.add(processes::forget);
        undo.add(() -> processes.end(name -> true, GRACE));
        RedisInUse redis = redis(vertx);
        LambdaRuntime lambda = lambda(vertx, rules, redis);
        Future<Void> warm = lambda.start();
        LambdaTarget function = new FunctionTarget(lambda);
        FrontDoor door = door(vertx, rules, function);
        Nodes nodes = nodes(redis);
        undo.add(processes::close);
        progress.say("Starting " + options.nodes() + (options.nodes() == 1 ? " node" : " nodes") + " ...");
        Restarts restarts = new Restarts(options.restart(), progress);
        undo.add(restarts::close);
        Box box = new Box(vertx, layout, options, processes, redis, function, door, nodes, restarts, progress, undo);
        nodes.onEnd(box::gone);
        box.addNodes(options.nodes());
        progress.say("Waiting for the function ...");
        warmed(warm);
        box.publish();
        return box;
    }

    private ListenerRules rules() {
        try {
            return ListenerRules.read(layout.rules());
        } catch (InvalidListenerRules e) {
            throw new BoxFailure(String.valueOf(e.getMessage()), e);
        }
    }

    private void cleanUp() throws IOException, InterruptedException {
        List<ProcessId> ended = LeftOvers.end(ledger);
        if (!ended.isEmpty()) {
            progress.say("The last box was killed; stopped " + ended.size() + " of its processes.");
        } else if (Files.exists(layout.runFile())) {
            progress.say(
                    "The last box was killed; removed its " + layout.runFile().getFileName() + ".");
        }
        Files.deleteIfExists(layout.runFile());
        ledger.delete();
        Folders.delete(layout.programs());
    }

    private RedisInUse redis(Vertx vertx) throws IOException, InterruptedException {
        if (options.withoutRedis()) {
            progress.say("Without Redis: games live in the memory of one node, and end with it.");
            return RedisInUse.NONE;
        }
        if (options.redis().isPresent()) {
            String url = options.redis().get();
            progress.say("Asking the Redis at " + RedisInUse.withoutPassword(url) + " ...");
            return RedisInUse.given(vertx, url);
        }
        progress.say("Starting Redis ...");
        return RedisInUse.embedded(vertx, processes, layout);
    }

    private LambdaRuntime lambda(Vertx vertx, ListenerRules rules, RedisInUse redis) throws IOException {
        progress.say("Starting the function ...");
        FunctionCode code = PackagedFunction.unpack(
                Box.FUNCTION,
                layout.functionZip(),
                layout.runtimeClient(),
                layout.programs().resolve("function"),
                layout.log(Box.FUNCTION),
                functionSettings(redis));
        FunctionLimits limits = new FunctionLimits(
                2, 1, rules.functionTimeout(Box.FUNCTION), Duration.ofSeconds(60), Duration.ofSeconds(5));
        LambdaRuntime runtime = new LambdaRuntime(vertx, processes, code, limits);
        undo.add(() -> Stages.await(runtime.close().toCompletionStage(), GRACE));
        return runtime;
    }

    private Map<String, String> functionSettings(RedisInUse redis) throws IOException {
        Map<String, String> settings = new HashMap<>(redis.environment());
        settings.put("LIAP_ARCHIVE", layout.archive().toString());
        settings.put("LIAP_ADMIN_TOKEN", AdminToken.in(layout.adminToken()));
        return settings;
    }

    private static void warmed(Future<Void> warm) throws InterruptedException {
        try {
            Stages.await(warm.toCompletionStage(), Duration.ofSeconds(70));
        } catch (BoxFailure e) {
            throw new BoxFailure("The function does not start: " + e.getMessage() + " More: ./liap logs rest", e);
        }
    }

    private FrontDoor door(Vertx vertx, ListenerRules rules, LambdaTarget function) throws InterruptedException {
        FrontDoor door = Stages.await(
                FrontDoor.start(
                        vertx,
                        new FrontDoorOptions(
                                "127.0.0.1",
                                options.port(),
                                rules,
                                layout.site(),
                                Map.of(Box.FUNCTION, function),
                                rig.timeScale())),
                GRACE);
        undo.add(() -> Stages.await(door.stop(), GRACE));
        return door;
    }

    private Nodes nodes(RedisInUse redis) throws IOException, InterruptedException {
        Map<String, String> settings = new HashMap<>();
        settings.putAll(redis.environment());
        settings.put("LIAP_ARCHIVE", layout.archive().toString());
        settings.put("LIAP_PACE", Double.toString(options.pace()));
        options.seed().ifPresent(seed -> settings.put("LIAP_SEED", Long.toString(seed)));
        Path program = layout.programs().resolve("ws-core");
        new NodeProgram(layout.nodeBuild()).train(processes, layout.log("training"), progress);
        Folders.copy(layout.nodeBuild(), program);
        undo.add(() -> processes.end(name -> name.matches("n\\d+"), GRACE));
        return new Nodes(layout, processes, settings, rig, options.withoutRedis());
    }
}
