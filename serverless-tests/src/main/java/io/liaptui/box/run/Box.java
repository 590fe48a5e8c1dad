package io.liaptui.box.run;

import io.liaptui.box.front.FrontDoor;
import io.liaptui.box.front.LambdaTarget;
import io.liaptui.box.front.Targets;
import io.liaptui.box.process.Processes;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The whole hybrid on this machine, running: Redis, nodes, function and front door. Thread-safe. */
public final class Box implements AutoCloseable {
    /** Name of the function, of its processes and of its target group in the rules. */
    static final String FUNCTION = "rest";

    /** Target group of the nodes in the rules. */
    static final String NODES = "ws";

    private static final Duration HEALTHY = Duration.ofSeconds(30);
    private static final Duration WRITE = Duration.ofSeconds(5);
    private final Vertx vertx;
    private final Layout layout;
    private final UpOptions options;
    private final Processes processes;
    private final RedisInUse redis;
    private final LambdaTarget function;
    private final FrontDoor door;
    private final Nodes nodes;
    private final Restarts restarts;
    private final Progress progress;
    private final Undo undo;
    // Changes are reported under the locks of others, and this takes those same locks
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("run-file").factory());
    private volatile boolean published;

    Box(
            Vertx vertx,
            Layout layout,
            UpOptions options,
            Processes processes,
            RedisInUse redis,
            LambdaTarget function,
            FrontDoor door,
            Nodes nodes,
            Restarts restarts,
            Progress progress,
            Undo undo) {
        this.vertx = vertx;
        this.layout = layout;
        this.options = options;
        this.processes = processes;
        this.redis = redis;
        this.function = function;
        this.door = door;
        this.nodes = nodes;
        this.restarts = restarts;
        this.progress = progress;
        this.undo = undo;
    }

    /**
     * Starts everything and returns when every node and the function are ready. If that fails, what was started is
     * stopped.
     *
     * @param undo ends the box, also in the middle of this; {@link #close} is the same
     * @throws BoxFailure with one clear line: not built, port in use, no Redis, a part that does not start
     */
    public static Box start(Layout layout, UpOptions options, Progress progress, Undo undo)
            throws IOException, InterruptedException {
        return start(layout, options, progress, undo, Rig.NONE);
    }

    /** The same, with a rig for drills. */
    public static Box start(Layout layout, UpOptions options, Progress progress, Undo undo, Rig rig)
            throws IOException, InterruptedException {
        boolean ready = false;
        try {
            Box box = new BoxStart(layout, options, progress, undo, rig).run();
            ready = true;
            return box;
        } finally {
            if (!ready) {
                undo.close();
            }
        }
    }

    /** Where players and dashboards go. */
    public URI url() {
        return door.uri();
    }

    /** URL of the Redis in use. */
    public String redisUrl() {
        return redis.url();
    }

    /** What operators show to the REST API. */
    public String adminToken() throws IOException {
        return AdminToken.in(layout.adminToken());
    }

    /** The function of the REST API, for a further front door. */
    public LambdaTarget function() {
        return function;
    }

    /** Pids of everything that the box started and that runs, its own left out. */
    public List<Long> children() {
        return processes.pids(name -> !name.equals("box"));
    }

    /** SIGKILL to a node, which stays away; returns its name when the process is gone. */
    public String killNode(int number) throws InterruptedException {
        restarts.expect(number, "killed");
        Node killed = nodes.kill(number);
        written();
        return killed.name();
    }

    /** The nodes, those whose process is gone among them. */
    public List<Node> nodes() {
        return nodes.all();
    }

    /** The nodes as the balancer sees them. */
    public Targets targets() {
        return door.targets(NODES);
    }

    /** Pids of the function's processes that run now. */
    public List<Long> functionPids() {
        return processes.pids(FUNCTION::equals);
    }

    /**
     * SIGTERM to a node, which gets nothing new from then on. Returns at once; the node moves its rooms, closes its
     * sockets and ends by itself.
     */
    public Node stopNode(int number) {
        restarts.expect(number, "stopped");
        Node node = nodes.stop(number);
        targets().remove(node.uri());
        return node;
    }

    /**
     * Asks a node over Redis to give its rooms away and go, as an operator would. Returns at once.
     *
     * @throws BoxFailure without Redis, or if the node does not listen
     */
    public Node drainNode(int number) throws IOException, InterruptedException {
        Node node = nodes.running(number);
        if (options.withoutRedis()) {
            throw new BoxFailure("Without Redis there is no node that could take the rooms.");
        }
        restarts.expect(number, "stopped");
        boolean heard = false;
        try (Drainage drainage = new Drainage(vertx, redis.url())) {
            drainage.begin(node);
            heard = true;
        } finally {
            if (!heard) {
                restarts.serves(node);
            }
        }
        return node;
    }

    /** What a node that goes still has, for people. */
    String leftOf(int number) throws IOException, InterruptedException {
        Node node = nodes.find(number);
        if (!node.alive()) {
            return node.name() + " is gone.";
        }
        if (options.withoutRedis()) {
            return node.name() + " is going.";
        }
        try (Drainage drainage = new Drainage(vertx, redis.url())) {
            return node.name() + ": " + drainage.left(node);
        }
    }

    /** Forgets a node that has ended for good. */
    public void forgetNode(int number) {
        nodes.forget(number);
        restarts.forget(number);
    }

    /** Starts a killed node again; returns its name when it is back in service. */
    public String startNode(int number) throws IOException, InterruptedException {
        Node node = nodes.start(number);
        inService(List.of(node));
        written();
        return node.name();
    }

    /** Starts more nodes; returns their names when they are in service. */
    public List<String> addNodes(int count) throws IOException, InterruptedException {
        List<Node> added = nodes.add(count);
        inService(added);
        written();
        return added.stream().map(Node::name).toList();
    }

    private void inService(List<Node> fresh) throws InterruptedException {
        fresh.forEach(this::register);
        int alive = (int) nodes.all().stream().filter(Node::alive).count();
        Stages.await(targets().whenHealthy(alive), HEALTHY);
    }

    private void register(Node node) {
        targets().add(node.uri(), node.managementPort());
        // It has just answered the same check
        targets().mark(node.uri(), true);
        restarts.serves(node);
    }

    /** A node's process ended, asked to or not. */
    void gone(Node node) {
        if (!undo.closed()) {
            targets().mark(node.uri(), false);
            restarts.ended(node, this::comeBack);
        }
    }

    /** Nobody waits for this one: what goes wrong is said. */
    private void comeBack(int number) throws IOException, InterruptedException {
        if (nodes.find(number).alive()) {
            return;
        }
        Node node = nodes.relaunch(number);
        try {
            nodes.awaitReady(node);
        } catch (BoxFailure e) {
            progress.say(String.valueOf(e.getMessage()));
            // Its end brings the next attempt
            node.child().kill();
            return;
        }
        register(node);
        written();
        progress.say(node.name() + " is in service again.");
    }

    /** Writes the run file, now and after every change. */
    void publish() throws InterruptedException {
        undo.add(() -> Files.deleteIfExists(layout.runFile()));
        undo.add(writer::close);
        processes.onChange(() -> {
            if (!undo.closed()) {
                writer.execute(this::write);
            }
        });
        published = true;
        written();
    }

    private void written() throws InterruptedException {
        if (published) {
            Stages.await(CompletableFuture.runAsync(this::write, writer), WRITE);
        }
    }

    private void write() {
        RunFile.write(
                layout.runFile(),
                url(),
                redis,
                nodes.all(),
                restarts,
                processes.pids(FUNCTION::equals),
                options.pace());
    }

    /** What is running, for people: one line each. */
    public List<String> parts() {
        return Status.lines(redis, nodes.all(), restarts, targets().states(), processes.pids(FUNCTION::equals));
    }

    /** Ends every process that the box started. Returns when they are gone. */
    @Override
    public void close() {
        undo.close();
    }
}
