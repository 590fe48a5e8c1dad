package io.liaptui.box.run;

import io.liaptui.box.process.Child;
import io.liaptui.box.process.Launch;
import io.liaptui.box.process.Processes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The nodes of the box. Thread-safe; methods that start or kill return when that has happened. */
final class Nodes {
    private static final Duration START = Duration.ofSeconds(90);
    private final Layout layout;
    private final Processes processes;
    private final Map<String, String> settings;
    private final Rig rig;
    private final boolean alone;
    private final Readiness readiness = new Readiness();
    private final NavigableMap<Integer, Node> nodes = new TreeMap<>();
    private volatile Consumer<Node> ended = node -> {};
    private int newest;

    /**
     * @param settings environment of every node
     * @param rig more of the environment, node by node
     * @param alone whether there is one node only
     */
    Nodes(Layout layout, Processes processes, Map<String, String> settings, Rig rig, boolean alone) {
        this.layout = layout;
        this.processes = processes;
        this.settings = Map.copyOf(settings);
        this.rig = rig;
        this.alone = alone;
    }

    /** Told of each node whose process is gone, for whatever reason. */
    void onEnd(Consumer<Node> ended) {
        this.ended = ended;
    }

    synchronized List<Node> all() {
        return List.copyOf(nodes.values());
    }

    /** Starts more nodes side by side and returns them when each takes rooms. */
    List<Node> add(int count) throws IOException, InterruptedException {
        List<Node> added = launchNew(count);
        for (Node node : added) {
            awaitReady(node);
        }
        return added;
    }

    private synchronized List<Node> launchNew(int count) throws IOException {
        if (alone && !nodes.isEmpty()) {
            throw new BoxFailure("Without Redis there is one node only: nothing could be shared with another one.");
        }
        long alive = nodes.values().stream().filter(Node::alive).count();
        if (alive + count > UpOptions.MOST_NODES) {
            throw new BoxFailure(
                    "A box takes at most " + UpOptions.MOST_NODES + " nodes, and " + alive + " are there already.");
        }
        int last = Math.max(newest, nodes.isEmpty() ? 0 : nodes.lastKey());
        newest = last + count;
        for (int number = last + 1; number <= last + count; number++) {
            nodes.put(number, launch(number, Ports.free()));
        }
        return List.copyOf(nodes.tailMap(last, false).values());
    }

    /** Starts a node that was killed: same name, same port if still free, new process. */
    Node start(int number) throws IOException, InterruptedException {
        Node node = relaunch(number);
        awaitReady(node);
        return node;
    }

    /** The same, without waiting until it is ready. */
    synchronized Node relaunch(int number) throws IOException {
        Node old = find(number);
        if (old.alive()) {
            throw new BoxFailure(
                    old.name() + " is running already (pid " + old.child().pid() + ").");
        }
        Node node = launch(number, Ports.isFree(old.port()) ? old.port() : Ports.free());
        nodes.put(number, node);
        return node;
    }

    /** SIGKILL, as a machine that loses power. */
    Node kill(int number) throws InterruptedException {
        Node node = running(number);
        node.child().kill();
        return node;
    }

    /** SIGTERM; the node moves its rooms, closes its sockets and ends. Returns at once. */
    Node stop(int number) {
        Node node = running(number);
        node.child().terminate();
        return node;
    }

    /** A node whose process runs. */
    Node running(int number) {
        Node node = find(number);
        if (!node.alive()) {
            throw new BoxFailure(node.name() + " is not running. Start it with ./liap node start " + number + ".");
        }
        return node;
    }

    /** Forgets a node whose process is gone and will not come back. */
    synchronized void forget(int number) {
        if (!find(number).alive()) {
            nodes.remove(number);
        }
    }

    synchronized Node find(int number) {
        Node node = nodes.get(number);
        if (node == null) {
            throw new BoxFailure("There is no node " + number + ". There are: "
                    + String.join(", ", nodes.values().stream().map(Node::name).toList()) + ".");
        }
        return node;
    }

    private Node launch(int number, int port) throws IOException {
        String name = "n" + number;
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        int managementPort = Ports.free();
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
        environment.put("LIAP_NODE", name);
        environment.putAll(rig.environment(number));
        Path program = rig.program(number, layout.programs().resolve("ws-core"));
        List<String> command = new NodeProgram(program).command();
        Child child = processes.start(new Launch(name, command, environment, true, program, layout.log(name)));
        Node node = new Node(number, port, managementPort, child);
        child.exit().thenRun(() -> ended.accept(node));
        return node;
    }

    /**
     * Returns when the node takes rooms.
     *
     * @throws BoxFailure if it ends or does not come so far
     */
    void awaitReady(Node node) throws InterruptedException {
        readiness.await(node.child(), node.management().resolve("/q/health/ready"), START);
    }
}
