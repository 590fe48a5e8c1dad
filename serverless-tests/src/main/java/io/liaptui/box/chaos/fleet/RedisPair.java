package io.liaptui.box.chaos.fleet;

import io.liaptui.box.process.Processes;
import io.liaptui.box.redis.RedisAdmin;
import io.liaptui.box.run.Layout;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A primary, and perhaps its replica. Changed by one thread; the primary may be asked for by any. */
public final class RedisPair implements AutoCloseable {
    private static final int SYNC_LOOKS = 200;
    private static final long BETWEEN_MILLIS = 50;

    private final Vertx vertx;
    private final Processes processes;
    private final Layout layout;
    private volatile RedisServer primary;
    private @Nullable RedisServer replica;
    private @Nullable RedisProxy link;
    private int started;

    private RedisPair(Vertx vertx, Processes processes, Layout layout) throws IOException, InterruptedException {
        this.vertx = vertx;
        this.processes = processes;
        this.layout = layout;
        this.primary = server();
    }

    static RedisPair start(Vertx vertx, Processes processes, Layout layout, boolean replica)
            throws IOException, InterruptedException {
        RedisPair pair = new RedisPair(vertx, processes, layout);
        if (replica) {
            pair.addReplica();
        }
        return pair;
    }

    private RedisServer server() throws IOException, InterruptedException {
        String name = "redis" + ++started;
        return RedisServer.start(vertx, processes, name, layout.redis(), layout.log(name));
    }

    /** The server that takes writes. */
    public RedisServer primary() {
        return primary;
    }

    /**
     * Starts a replica of the primary and returns when it has everything.
     *
     * @throws IOException if it does not catch up within 10 s
     */
    public void addReplica() throws IOException, InterruptedException {
        RedisServer fresh = server();
        replica = fresh;
        RedisProxy between = RedisProxy.open(vertx, primary.port());
        link = between;
        fresh.admin().ask(Command.REPLICAOF, "127.0.0.1", between.port());
        for (int look = 0; look < SYNC_LOOKS; look++) {
            if (String.valueOf(fresh.admin().ask(Command.INFO, "replication")).contains("master_link_status:up")) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN_MILLIS);
        }
        throw new IOException("the replica does not catch up");
    }

    /**
     * The replica.
     *
     * @throws IllegalStateException if there is none
     */
    public RedisServer replica() {
        RedisServer current = replica;
        if (current == null) {
            throw new IllegalStateException("no replica was started");
        }
        return current;
    }

    /** From now on nothing that is written reaches the replica; what is on its way is lost if the primary dies. */
    public void holdReplication() {
        RedisProxy between = link;
        if (between != null) {
            between.mode(ProxyMode.HELD);
        }
    }

    /** The replica becomes the primary; the old one is gone already. */
    public void promote() throws IOException, InterruptedException {
        RedisServer next = replica();
        RedisProxy between = link;
        if (between != null) {
            between.close();
            link = null;
        }
        next.admin().ask(Command.REPLICAOF, "NO", "ONE");
        RedisServer old = primary;
        primary = next;
        replica = null;
        old.close();
    }

    /** Asks the primary. */
    public RedisAdmin admin() {
        return primary.admin();
    }

    List<Long> pids() {
        List<Long> pids = new ArrayList<>(List.of(primary.pid()));
        RedisServer second = replica;
        if (second != null) {
            pids.add(second.pid());
        }
        return pids;
    }

    @Override
    public void close() {
        primary.close();
        RedisServer second = replica;
        if (second != null) {
            second.close();
        }
        RedisProxy between = link;
        if (between != null) {
            between.close();
        }
    }
}
