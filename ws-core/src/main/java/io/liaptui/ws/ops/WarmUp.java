package io.liaptui.ws.ops;

import io.liaptui.common.games.GameCatalog;
import io.liaptui.common.games.GameModule;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.redis.NodeRow;
import io.liaptui.common.redis.RoomFields;
import io.liaptui.common.room.RoomStatus;
import io.liaptui.ws.actor.SystemTimers;
import io.liaptui.ws.journal.MemoryIndex;
import io.liaptui.ws.journal.MemoryJournal;
import io.liaptui.ws.measure.Measures;
import io.liaptui.ws.ownership.SoleNode;
import io.liaptui.ws.relay.LocalRelay;
import io.liaptui.ws.relay.RelayMessage;
import io.liaptui.ws.room.RoomArchive;
import io.liaptui.ws.room.RoomSettings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import org.jboss.logging.Logger;

/**
 * Games that nobody sees, played before this node is ready: a room is made, its game begins, another node claims it and
 * bots play it out. On a JVM the first rooms that a fresh node is given would otherwise wait for its classes and its
 * compiler, and at a deploy it is given many at once.
 *
 * <p>All in memory of its own; nothing of it is left. Blocks the caller for a bounded time.
 */
final class WarmUp {
    private static final Logger LOG = Logger.getLogger(WarmUp.class);
    private static final java.util.logging.Logger ROOM_LOG = java.util.logging.Logger.getLogger("io.liaptui.ws.room");
    private static final int ROOMS = 24;
    private static final long LOOK_MILLIS = 50;
    private static final int INBOX = 65_536;
    private static final RoomSettings.Grace NONE = new RoomSettings.Grace(
            Duration.ZERO, Duration.ZERO, Duration.ofMinutes(1), Duration.ZERO, Duration.ofMinutes(1), Duration.ZERO);

    private final GameModule<?, ?, ?> game;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("warm-up").daemon().factory());
    private final MemoryJournal journal = new MemoryJournal(InstantSource.system(), thread);
    private final MemoryIndex index = new MemoryIndex(journal);

    WarmUp(GameModule<?, ?, ?> game) {
        this.game = game;
    }

    /** How many games came to their end within the limit. */
    int play(Duration limit) {
        if (!limit.isPositive()) {
            return 0;
        }
        Level before = ROOM_LOG.getLevel();
        // Operators must not read of rooms that are none
        ROOM_LOG.setLevel(Level.WARNING);
        try (SystemTimers timers = new SystemTimers()) {
            Node first = node(new NodeId("warm-up-1"), timers);
            Node second = node(new NodeId("warm-up-2"), timers);
            for (int i = 0; i < ROOMS; i++) {
                begin(String.format(Locale.ROOT, "WARM%02d", i), first, second);
            }
            CompletableFuture<Void> done = new CompletableFuture<>();
            thread.scheduleWithFixedDelay(
                    () -> {
                        if (finished(second) == ROOMS) {
                            done.complete(null);
                        }
                    },
                    LOOK_MILLIS,
                    LOOK_MILLIS,
                    TimeUnit.MILLISECONDS);
            done.completeOnTimeout(null, limit.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
            int played = finished(second);
            LOG.infof("Warmed up with %d games", played);
            return played;
        } finally {
            ROOM_LOG.setLevel(before);
            thread.shutdownNow();
        }
    }

    private static int finished(Node node) {
        return (int) node.rooms().states().stream()
                .filter(room -> room.status() == RoomStatus.FINISHED)
                .count();
    }

    private void begin(String name, Node first, Node second) {
        RoomId room = RoomId.parse(name).orElseThrow();
        NodeId one = new NodeId("warm-up-1");
        NodeId two = new NodeId("warm-up-2");
        first.rooms()
                .create(game, room, "Ann", "0")
                .thenRun(() -> {
                    first.rooms().dispatch(one, new RelayMessage.Attach(room, "a", new Seat(0), 1, 0, 0));
                    first.rooms()
                            .dispatch(one, new RelayMessage.Input(room, "a", 1, new Seat(0), 1, "start_game", "{}"));
                })
                .thenCompose(_ -> later())
                .thenCompose(_ -> journal.look(room))
                .thenCompose(hash -> second.rooms().claim(room, one, epoch(hash.orElseThrow())))
                .thenRun(() -> second.rooms().dispatch(two, new RelayMessage.Attach(room, "w", null, 0, 0, 0)));
    }

    /** Time for the game to begin. */
    private CompletionStage<Void> later() {
        CompletableFuture<Void> then = new CompletableFuture<>();
        thread.schedule(() -> then.complete(null), 50, TimeUnit.MILLISECONDS);
        return then;
    }

    private static long epoch(Map<String, String> hash) {
        return Long.parseLong(hash.get(RoomFields.EPOCH));
    }

    private Node node(NodeId id, SystemTimers timers) {
        RoomSettings settings = new RoomSettings(
                0,
                new RoomSettings.Range(Duration.ZERO, Duration.ZERO),
                Map.of(),
                Map.of(game.name(), Map.of("max-rounds", "2")),
                Optional.empty(),
                NONE);
        return new Node(
                new Node.Ports(
                        journal,
                        index,
                        LocalRelay.encoding(id, thread, INBOX),
                        new SoleNode(id, () -> new NodeRow(0, "", 1, "warm-up", 1, 1, 0, ROOMS, "")),
                        RoomArchive.NONE,
                        Measures.NONE,
                        timers,
                        InstantSource.system(),
                        thread),
                new GameCatalog(List.of(game)),
                game,
                settings,
                "warm-up");
    }
}
