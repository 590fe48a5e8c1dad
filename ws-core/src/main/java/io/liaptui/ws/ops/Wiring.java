package io.liaptui.ws.ops;

import io.liaptui.common.games.GameCatalog;
import io.liaptui.common.games.GameModule;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.redis.NodeRow;
import io.liaptui.ws.actor.SystemTimers;
import io.liaptui.ws.actor.Timers;
import io.liaptui.ws.archive.ArchiveSettings;
import io.liaptui.ws.audit.Audit;
import io.liaptui.ws.audit.AuditSettings;
import io.liaptui.ws.journal.RedisDirectory;
import io.liaptui.ws.journal.RedisIndex;
import io.liaptui.ws.journal.RedisJournal;
import io.liaptui.ws.journal.RedisLog;
import io.liaptui.ws.ownership.NodeSettings;
import io.liaptui.ws.ownership.Nodes;
import io.liaptui.ws.ownership.RedisBoard;
import io.liaptui.ws.ownership.Registry;
import io.liaptui.ws.ownership.StatsWriter;
import io.liaptui.ws.redis.RedisSettings;
import io.liaptui.ws.relay.RedisRelay;
import io.liaptui.ws.relay.RelaySettings;
import io.liaptui.ws.socket.Handshake.AllowedOrigins;
import io.liaptui.ws.socket.SocketParts;
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
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Makes the real parts of a node, starts and stops them. The only place that knows them all. */
@Singleton
final class Wiring {
    /** Version of the relay's messages and highest schema read, for the node's row. */
    private static final int RELAY_VERSION = 1;

    private static final int READS_SCHEMA = 1;
    private static final long LAST_WORDS_MILLIS = 500;
    private static final Logger LOG = Logger.getLogger(Wiring.class);

    private final SystemTimers timers = new SystemTimers();
    private final ExecutorService rooms;
    private final RedisJournal journal;
    private final RedisIndex index;
    private final RedisLog log;
    private final RedisDirectory directory;
    private final Archives archives;
    private final RedisRelay relay;
    private final RedisBoard board;
    private final Registry nodes;
    private final Audit audit;
    private final StatsWriter stats;
    private final Node node;
    private final Settings settings;
    private final Whereabouts here;
    private final int port;

    @Inject
    Wiring(
            Vertx vertx,
            Settings settings,
            RedisSettings redis,
            NodeSettings registry,
            RelaySettings relaying,
            ArchiveSettings archive,
            AuditSettings auditing,
            MeterRegistry metrics,
            @Any Instance<GameModule<?, ?, ?>> games,
            @ConfigProperty(name = "quarkus.redis.hosts") String redisUrl,
            @ConfigProperty(name = "ECS_CONTAINER_METADATA_URI_V4") Optional<String> taskMetadata,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.settings = settings;
        this.port = port;
        rooms = Executors.newFixedThreadPool(
                Math.max(2, Runtime.getRuntime().availableProcessors()),
                Thread.ofPlatform().name("rooms-", 0).daemon().factory());
        RedisOptions options = new RedisOptions().setConnectionString(redisUrl);
        here = Whereabouts.find(taskMetadata, settings);
        NodeId me = Registry.newId(here.name(), new SecureRandom());
        InstantSource clock = InstantSource.system();
        journal = new RedisJournal(vertx, options, redis);
        index = new RedisIndex(vertx, options, redis);
        log = new RedisLog(vertx, options, redis);
        directory = new RedisDirectory(vertx, options, redis);
        Meters meters = new Meters(metrics);
        archives = new Archives(archive, journal, log, meters);
        relay = new RedisRelay(vertx, options, redis, relaying, me);
        board = new RedisBoard(vertx, options, redis, registry);
        nodes = new Registry(me, board, timers, registry, this::row, new RelayHearing(relay));
        GameCatalog catalog = new GameCatalog(games.stream().toList());
        node = new Node(
                new Node.Ports(journal, index, relay, nodes, archives.archive(), meters, timers, clock, rooms),
                catalog,
                catalog.find(settings.game())
                        .orElseThrow(() -> new IllegalArgumentException("there is no game called " + settings.game())),
                RoomOptions.read(settings),
                MoveOptions.read(settings.moves()),
                settings.build());
        audit = new Audit(nodes, index, directory, node.rooms()::running, meters, timers, auditing);
        Figures figures = new Figures(
                node.rooms()::states, node.sockets().count()::open, clock, settings.build(), meters::recovery);
        NodeGauges.register(metrics, figures, nodes::state, relay::isHeard);
        stats = new StatsWriter(vertx, options, redis, registry, me, figures::now);
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
    AllowedOrigins origins() {
        return new AllowedOrigins(settings.allowedOrigins().orElse(Set.of()));
    }

    @Produces
    @Singleton
    Nodes nodes() {
        return nodes;
    }

    void start(@Observes StartupEvent started) {
        journal.start();
        relay.start();
        nodes.start();
        stats.start();
        node.start();
        audit.start();
    }

    void stop(@Observes ShutdownEvent stopped) {
        stats.close();
        leave();
        board.close();
        relay.close();
        timers.close();
        rooms.shutdown();
        archives.close();
        journal.close();
        index.close();
        log.close();
        directory.close();
    }

    private void leave() {
        try {
            nodes.leave().toCompletableFuture().get(LAST_WORDS_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("Could not say in Redis that this node goes; peers will notice by its beat");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The registry itself fills in beat and state. */
    private NodeRow row() {
        return new NodeRow(
                0,
                "",
                here.generation(),
                settings.build(),
                READS_SCHEMA,
                RELAY_VERSION,
                node.rooms().states().size(),
                settings.capacity(),
                here.address() + ":" + port,
                here.zone(),
                0);
    }
}
