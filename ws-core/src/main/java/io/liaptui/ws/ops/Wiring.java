package io.liaptui.ws.ops;

import io.liaptui.common.games.GameCatalog;
import io.liaptui.common.games.GameModule;
import io.liaptui.common.history.Schema;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.redis.NodeRow;
import io.liaptui.ws.actor.SystemTimers;
import io.liaptui.ws.actor.Timers;
import io.liaptui.ws.admin.AuditKeeping;
import io.liaptui.ws.admin.Erasure;
import io.liaptui.ws.admin.RoomOrders;
import io.liaptui.ws.archive.ArchiveCleaning;
import io.liaptui.ws.archive.ArchiveSettings;
import io.liaptui.ws.audit.Audit;
import io.liaptui.ws.audit.AuditSettings;
import io.liaptui.ws.figures.Figures;
import io.liaptui.ws.figures.Meters;
import io.liaptui.ws.figures.NodeGauges;
import io.liaptui.ws.figures.RecentLog;
import io.liaptui.ws.leaderboard.LeaderboardSettings;
import io.liaptui.ws.leaderboard.ScoreKeeper;
import io.liaptui.ws.ownership.FirstNode;
import io.liaptui.ws.ownership.NodeSettings;
import io.liaptui.ws.ownership.Nodes;
import io.liaptui.ws.ownership.Registry;
import io.liaptui.ws.redis.RedisSettings;
import io.liaptui.ws.redis.RedisUrl;
import io.liaptui.ws.relay.RelaySettings;
import io.liaptui.ws.room.RoomArchive;
import io.liaptui.ws.socket.Doors;
import io.liaptui.ws.socket.SocketLimits;
import io.liaptui.ws.socket.SocketParts;
import io.liaptui.ws.socket.SocketSettings;
import io.liaptui.ws.stats.StatsSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.redis.client.RedisOptions;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the real parts of a node, starts and stops them. The only place that knows them all. */
@Singleton
final class Wiring {
    /** Version of the relay's messages, for the node's row. */
    private static final int RELAY_VERSION = 1;

    private final SystemTimers timers = new SystemTimers();
    private final ExecutorService rooms;
    private final Schema schema;
    private final Backing backing;
    private final GameModule<?, ?, ?> game;
    private final Archives archives;
    private final Audit audit;
    private final Figures figures;
    private final RecentLog recentLog = new RecentLog();
    private final Node node;
    private final Operators operators;
    private final Optional<ArchiveCleaning> cleaning;
    private final Optional<AuditKeeping> auditKeeping;
    private final Settings settings;
    private final Whereabouts here;
    private final int port;

    @Inject
    Wiring(
            Vertx vertx,
            Settings settings,
            JournalSettings keeping,
            RedisSettings redis,
            NodeSettings registry,
            RelaySettings relaying,
            ArchiveSettings archive,
            AuditSettings auditing,
            StatsSettings plots,
            LeaderboardSettings standing,
            SocketSettings connecting,
            MeterRegistry metrics,
            @Any Instance<GameModule<?, ?, ?>> games,
            @ConfigProperty(name = "quarkus.redis.hosts") String redisUrl,
            @ConfigProperty(name = "ECS_CONTAINER_METADATA_URI_V4") Optional<String> taskMetadata,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.settings = settings;
        this.port = port;
        rooms = Executors.newFixedThreadPool(
                Math.max(2, Runtime.getRuntime().availableProcessors()),
                Thread.ofPlatform().name("rooms-", 0).daemon().factory());
        here = Whereabouts.find(taskMetadata, settings, host);
        NodeId me = Registry.newId(here.name(), new SecureRandom());
        InstantSource clock = InstantSource.system();
        schema = Schema.ofBuild(keeping.writeSchema());
        Meters meters = new Meters(metrics);
        backing = switch (keeping.journal()) {
            case REDIS -> {
                RedisOptions options = RedisUrl.options(redisUrl);
                yield new RedisBacking(
                        new RedisBacking.Connection(vertx, options, redis),
                        relaying,
                        registry,
                        schema,
                        me,
                        this::row,
                        new RedisBacking.Retention(plots, standing),
                        meters,
                        timers);
            }
            case MEMORY -> new MemoryBacking(me, this::row, clock, relaying.inbox());
        };
        archives = new Archives(archive, backing.journal(), backing.log(), meters);
        GameCatalog catalog = new GameCatalog(games.stream().toList());
        GameModule<?, ?, ?> game = catalog.find(settings.game())
                .orElseThrow(() -> new IllegalArgumentException("there is no game called " + settings.game()));
        this.game = game;
        node = new Node(
                new Node.Ports(
                        backing.journal(),
                        backing.index(),
                        backing.relay(),
                        backing.nodes(),
                        ending(archives.archive(), catalog),
                        meters,
                        timers,
                        clock,
                        rooms),
                catalog,
                game,
                RoomOptions.read(settings),
                MoveOptions.read(settings.moves()),
                SocketLimits.of(connecting, timers, meters),
                settings.build());
        cleaning = archive.archiveKeep()
                .map(keep -> new ArchiveCleaning(
                        folder(archive.archive()), keep, backing.nodes(), timers, clock, archives.worker()));
        operators = new Operators(
                backing.outcomes(),
                new RoomOrders(backing.nodes(), node.rooms(), backing.journal()),
                new Erasure(
                        backing.leaderboard(),
                        catalog.all().stream().map(GameModule::name).toList(),
                        backing.past(),
                        archives.store(),
                        archives.worker()),
                backing.bans(),
                clock);
        auditKeeping = backing.audit().flatMap(log -> archives.store()
                .map(store -> new AuditKeeping(log, store, new FirstNode(backing.nodes()), timers)));
        audit = new Audit(
                backing.nodes(), backing.index(), backing.directory(), node.rooms()::running, meters, timers, auditing);
        figures = new Figures(
                node.rooms()::states,
                node.sockets().count()::open,
                clock,
                settings.build(),
                meters::recovery,
                node.sockets().count()::traffic,
                recentLog::now);
        NodeGauges.register(metrics, figures, backing.nodes(), backing::isHeard, node.rooms()::oldestAppend);
    }

    @Produces
    @Singleton
    Node node() {
        return node;
    }

    @Produces
    @Singleton
    Timers timers() {
        return timers;
    }

    @Produces
    @Singleton
    SocketParts sockets() {
        return node.sockets();
    }

    @Produces
    @Singleton
    Operators operators() {
        return operators;
    }

    @Produces
    @Singleton
    Doors doors() {
        return new Doors(
                settings.allowedOrigins().orElse(Set.of()),
                settings.allowedHosts().orElse(Set.of()));
    }

    @Produces
    @Singleton
    Nodes nodes() {
        return backing.nodes();
    }

    void start(@Observes StartupEvent started) {
        recentLog.listen();
        WarmUp.all(game, backing.journal(), settings.warmUp());
        backing.start(figures::now);
        node.start();
        audit.start();
        cleaning.ifPresent(ArchiveCleaning::start);
        auditKeeping.ifPresent(AuditKeeping::start);
    }

    void stop(@Observes ShutdownEvent stopped) {
        backing.leave();
        timers.close();
        rooms.shutdown();
        archives.close();
        backing.close();
        recentLog.close();
    }

    /** What is kept in a bucket goes by the bucket's own rules. */
    private static Path folder(String archive) {
        if (archive.equals("off") || archive.contains("://")) {
            throw new IllegalArgumentException(
                    "LIAP_ARCHIVE_KEEP is for an archive in a folder. Give a bucket a lifecycle rule instead.");
        }
        return Path.of(archive).toAbsolutePath().normalize();
    }

    private RoomArchive ending(RoomArchive archive, GameCatalog catalog) {
        return backing.leaderboard()
                .<RoomArchive>map(board -> new ScoreKeeper(backing.journal(), backing.log(), catalog, board, archive))
                .orElse(archive);
    }

    /** The registry itself fills in beat and state. */
    private NodeRow row() {
        return new NodeRow(
                0,
                "",
                here.generation(),
                settings.build(),
                schema.reads(),
                RELAY_VERSION,
                node.rooms().states().size(),
                settings.capacity(),
                here.address() + ":" + port,
                here.zone(),
                0);
    }
}
