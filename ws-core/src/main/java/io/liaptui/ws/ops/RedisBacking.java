package io.liaptui.ws.ops;

import io.liaptui.common.history.Schema;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.redis.NodeRow;
import io.liaptui.common.redis.NodeStats;
import io.liaptui.ws.actor.Timers;
import io.liaptui.ws.admin.AuditLog;
import io.liaptui.ws.admin.Outcomes;
import io.liaptui.ws.admin.PastRooms;
import io.liaptui.ws.admin.RedisAuditLog;
import io.liaptui.ws.admin.RedisOutcomes;
import io.liaptui.ws.admin.RedisPastRooms;
import io.liaptui.ws.bans.BanStore;
import io.liaptui.ws.bans.RedisBans;
import io.liaptui.ws.journal.Directory;
import io.liaptui.ws.journal.RedisDirectory;
import io.liaptui.ws.journal.RedisIndex;
import io.liaptui.ws.journal.RedisJournal;
import io.liaptui.ws.journal.RedisLog;
import io.liaptui.ws.journal.RoomIndex;
import io.liaptui.ws.journal.RoomJournal;
import io.liaptui.ws.journal.RoomLog;
import io.liaptui.ws.leaderboard.Leaderboard;
import io.liaptui.ws.leaderboard.LeaderboardSettings;
import io.liaptui.ws.leaderboard.RedisLeaderboard;
import io.liaptui.ws.measure.Measures;
import io.liaptui.ws.ownership.NodeSettings;
import io.liaptui.ws.ownership.Nodes;
import io.liaptui.ws.ownership.RedisBoard;
import io.liaptui.ws.ownership.Registry;
import io.liaptui.ws.ownership.StatsWriter;
import io.liaptui.ws.redis.RedisSettings;
import io.liaptui.ws.relay.RedisRelay;
import io.liaptui.ws.relay.Relay;
import io.liaptui.ws.relay.RelaySettings;
import io.liaptui.ws.stats.MinuteWriter;
import io.liaptui.ws.stats.StatsSettings;
import io.vertx.core.Vertx;
import io.vertx.redis.client.RedisOptions;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Everything over Redis; each part has connections of its own, made with its first call. */
final class RedisBacking implements Backing {
    private static final Logger LOG = Logger.getLogger(RedisBacking.class);
    private static final long LAST_WORDS_MILLIS = 500;

    private final Connection to;
    private final NodeSettings registry;
    private final RedisJournal journal;
    private final RedisIndex index;
    private final RedisLog log;
    private final RedisDirectory directory;
    private final RedisRelay relay;
    private final RedisBoard board;
    private final Registry nodes;
    private final RedisLeaderboard leaderboard;
    private final MinuteWriter minutes;
    private final RedisPastRooms past;
    private final RedisOutcomes outcomes;
    private final RedisBans bans;
    private final RedisAuditLog audit;
    private @Nullable StatsWriter stats;

    /** Where Redis is, and how calls to it are timed. */
    record Connection(Vertx vertx, RedisOptions options, RedisSettings settings) {}

    /** How long figures are kept that are not a room's. */
    record Retention(StatsSettings stats, LeaderboardSettings leaderboard) {}

    RedisBacking(
            Connection to,
            RelaySettings relaying,
            NodeSettings registry,
            Schema schema,
            NodeId me,
            Supplier<NodeRow> row,
            Retention retention,
            Measures measures,
            Timers timers) {
        this.to = to;
        this.registry = registry;
        journal = new RedisJournal(to.vertx(), to.options(), to.settings(), schema, measures);
        index = new RedisIndex(to.vertx(), to.options(), to.settings());
        log = new RedisLog(to.vertx(), to.options(), to.settings());
        directory = new RedisDirectory(to.vertx(), to.options(), to.settings());
        relay = new RedisRelay(to.vertx(), to.options(), to.settings(), relaying, me);
        board = new RedisBoard(to.vertx(), to.options(), to.settings(), registry);
        nodes = new Registry(me, board, timers, registry, row, new RelayHearing(relay), measures);
        leaderboard = new RedisLeaderboard(to.vertx(), to.options(), to.settings(), retention.leaderboard());
        past = new RedisPastRooms(to.vertx(), to.options(), to.settings(), log);
        outcomes = new RedisOutcomes(to.vertx(), to.options(), to.settings(), me);
        bans = new RedisBans(to.vertx(), to.options(), to.settings());
        audit = new RedisAuditLog(to.vertx(), to.options(), to.settings());
        minutes = new MinuteWriter(to.vertx(), to.options(), to.settings(), retention.stats(), nodes);
    }

    @Override
    public RoomJournal journal() {
        return journal;
    }

    @Override
    public RoomIndex index() {
        return index;
    }

    @Override
    public RoomLog log() {
        return log;
    }

    @Override
    public Directory directory() {
        return directory;
    }

    @Override
    public Optional<Leaderboard> leaderboard() {
        return Optional.of(leaderboard);
    }

    @Override
    public PastRooms past() {
        return past;
    }

    @Override
    public Outcomes outcomes() {
        return outcomes;
    }

    @Override
    public BanStore bans() {
        return bans;
    }

    @Override
    public Optional<AuditLog> audit() {
        return Optional.of(audit);
    }

    @Override
    public Relay relay() {
        return relay;
    }

    @Override
    public Nodes nodes() {
        return nodes;
    }

    @Override
    public boolean isHeard() {
        return relay.isHeard();
    }

    @Override
    public void start(Supplier<NodeStats> numbers) {
        journal.start();
        relay.start();
        nodes.start();
        StatsWriter writer = new StatsWriter(to.vertx(), to.options(), to.settings(), registry, nodes.me(), numbers);
        writer.start();
        stats = writer;
        minutes.start();
    }

    @Override
    public void leave() {
        if (stats != null) {
            stats.close();
        }
        minutes.close();
        try {
            nodes.leave().toCompletableFuture().get(LAST_WORDS_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("Could not say in Redis that this node goes; peers will notice by its beat");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        board.close();
        relay.close();
    }

    @Override
    public void close() {
        journal.close();
        index.close();
        log.close();
        directory.close();
        leaderboard.close();
        past.close();
        outcomes.close();
        bans.close();
        audit.close();
    }
}
