package io.liaptui.box.chaos.fleet;

import io.liaptui.box.process.Processes;
import io.liaptui.box.redis.RedisAdmin;
import io.liaptui.box.run.Box;
import io.liaptui.box.run.BoxFailure;
import io.liaptui.box.run.Layout;
import io.liaptui.box.run.Node;
import io.liaptui.box.run.Progress;
import io.liaptui.box.run.Undo;
import io.liaptui.box.run.UpOptions;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A whole hybrid with Redis servers of its own and a proxy before every client of Redis. One thread does harm at a time;
 * what only looks may be called from any thread.
 */
public final class Fleet implements AutoCloseable {
    private static final long PAGE = 4_096;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final FleetOptions options;
    private final RedisPair redis;
    private final RedisProxy rest;
    private final DrillRig rig;
    private final Box box;

    private Fleet(Layout layout, FleetOptions options, Processes processes, Progress progress)
            throws IOException, InterruptedException {
        this.options = options;
        boolean ready = false;
        RedisPair servers = RedisPair.start(vertx, processes, layout, options.replica());
        try {
            this.redis = servers;
            this.rig = new DrillRig(vertx, options, () -> servers.primary().port(), layout, processes);
            this.rest = RedisProxy.open(vertx, servers.primary().port());
            this.box = Box.start(
                    layout,
                    new UpOptions(
                            options.nodes(),
                            0,
                            Optional.of(rest.url()),
                            options.pace(),
                            OptionalLong.empty(),
                            false,
                            // A node that leaves by itself must stand out
                            false),
                    progress,
                    new Undo(progress),
                    rig);
            ready = true;
        } finally {
            if (!ready) {
                servers.close();
                vertx.close();
            }
        }
    }

    /**
     * Starts everything and returns when it is ready.
     *
     * @param layout with state of its own
     * @param processes keeps the ledger of the Redis servers
     * @throws BoxFailure as {@link Box#start}
     */
    public static Fleet start(Layout layout, FleetOptions options, Processes processes, Progress progress)
            throws IOException, InterruptedException {
        return new Fleet(layout, options, processes, progress);
    }

    /** Where browsers go. */
    public URI url() {
        return box.url();
    }

    public FleetOptions options() {
        return options;
    }

    /** The Redis servers. */
    public RedisPair redis() {
        return redis;
    }

    /** Asks the primary, past every proxy. */
    public RedisAdmin admin() {
        return redis.primary().admin();
    }

    /** The nodes whose processes run, oldest first. */
    public List<Node> nodes() {
        return box.nodes().stream().filter(Node::alive).toList();
    }

    /** SIGKILL to a node. */
    public void kill(Node node) throws InterruptedException {
        box.killNode(node.number());
    }

    /** Starts a killed node again, with a new id; returns when it is in service. */
    public void start(Node node) throws IOException, InterruptedException {
        box.startNode(node.number());
    }

    /** Nodes started from now on belong to a newer release. */
    public void raiseGeneration() {
        rig.raiseGeneration(1);
    }

    /** Nodes started from now on belong to the release before. */
    public void lowerGeneration() {
        rig.raiseGeneration(-1);
    }

    /** Whether nodes started from now on read a newer schema. */
    public void nextRelease(boolean next) {
        rig.nextRelease(next);
    }

    /** Starts more nodes side by side; returns when they are in service. */
    public void add(int count) throws IOException, InterruptedException {
        box.addNodes(count);
    }

    /** A node whose process is gone will not come back. */
    public void forget(Node node) {
        box.forgetNode(node.number());
        rig.forget(node.number());
    }

    /** SIGTERM to a node, without waiting. */
    public void terminate(Node node) {
        box.stopNode(node.number());
    }

    /** SIGSTOP to these nodes, as far as they run. */
    public void freeze(Node... nodes) throws IOException, InterruptedException {
        long[] pids = running(nodes);
        if (pids.length > 0) {
            Signals.stop(pids);
        }
    }

    /** SIGCONT to these nodes, as far as they run. */
    public void thaw(Node... nodes) throws IOException, InterruptedException {
        long[] pids = running(nodes);
        if (pids.length > 0) {
            Signals.resume(pids);
        }
    }

    private static long[] running(Node... nodes) {
        return Stream.of(nodes)
                .filter(Node::alive)
                .mapToLong(node -> node.child().pid())
                .toArray();
    }

    /** The balancer deregisters a node: nothing new, and a cut after the delay. */
    public void deregister(Node node) {
        box.targets().remove(node.uri());
    }

    /** Cuts all sockets of a node at the balancer. */
    public void cutSockets(Node node) {
        box.targets().cut(node.uri());
    }

    /** The sockets that a node holds now, by the players' own addresses and ports. */
    public Set<String> sockets(Node node) {
        return box.targets().clients(node.uri());
    }

    /** How all nodes' connections to Redis pass from now on. */
    public void redisOfAll(ProxyMode mode) {
        rig.proxies().forEach(proxy -> proxy.mode(mode));
    }

    /** Hears what is lost under {@link ProxyMode#losing}, so that its senders believe it arrived. */
    public LostPublishes lostPublishes() throws InterruptedException {
        return LostPublishes.listen(vertx, redis.primary().port());
    }

    /** How a node's connections to Redis pass from now on. */
    public void redisOf(Node node, ProxyMode mode) {
        rig.proxyOf(node.number()).ifPresent(proxy -> proxy.mode(mode));
    }

    /** All proxies lead to the present primary; open connections are closed. */
    public void repoint() {
        int port = redis.primary().port();
        rest.repoint(port);
        rig.proxies().forEach(proxy -> proxy.repoint(port));
    }

    /** Resident memory of a node in bytes; 0 where the system does not tell. */
    public static long memory(Node node) throws IOException {
        Path status = Path.of("/proc", Long.toString(node.child().pid()), "statm");
        return Files.isReadable(status)
                ? Long.parseLong(Files.readString(status).split(" ")[1]) * PAGE
                : 0;
    }

    /** Pids by what they are, for measuring. */
    public Map<String, Collection<Long>> pids() {
        return Map.of(
                "nodes", nodes().stream().map(node -> node.child().pid()).toList(),
                "redis", redis.pids(),
                "function", box.functionPids(),
                "generator", List.of(ProcessHandle.current().pid()));
    }

    @Override
    public void close() {
        box.close();
        rig.proxies().forEach(RedisProxy::close);
        rest.close();
        redis.close();
        vertx.close();
    }
}
