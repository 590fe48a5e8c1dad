package io.liaptui.ws.ops;

import com.sun.management.OperatingSystemMXBean;
import io.liaptui.common.games.GameCatalog;
import io.liaptui.common.games.GameModule;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.redis.NodeRow;
import io.liaptui.common.room.RoomStatus;
import io.liaptui.ws.actor.SystemTimers;
import io.liaptui.ws.journal.MemoryIndex;
import io.liaptui.ws.journal.MemoryJournal;
import io.liaptui.ws.journal.RoomIndex;
import io.liaptui.ws.journal.RoomJournal;
import io.liaptui.ws.measure.Measures;
import io.liaptui.ws.ownership.SoleNode;
import io.liaptui.ws.relay.LocalRelay;
import io.liaptui.ws.relay.RelayMessage;
import io.liaptui.ws.room.RoomSettings;
import java.lang.management.ManagementFactory;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Games that nobody sees, played before this node is ready: a room is made, its game begins, one node hands it over to
 * another and bots play it out. On a JVM the first rooms that a fresh node is given would otherwise wait for its classes
 * and its compiler, and at a deploy it is given many at once.
 *
 * <p>Their nodes are two of this process that no other node knows. In a Redis they leave ended rooms that no list names
 * and that expire after an hour. Blocks the caller for a bounded time.
 */
final class WarmUp implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(WarmUp.class);
    private static final java.util.logging.Logger ROOM_LOG = java.util.logging.Logger.getLogger("io.liaptui.ws.room");
    private static final NodeId FIRST = new NodeId("warm-up-1");
    private static final NodeId SECOND = new NodeId("warm-up-2");
    private static final int GAMES = 24;
    private static final long LOOK_MILLIS = 50;
    private static final int INBOX = 65_536;
    private static final Seat SEAT = new Seat(0);
    private static final String SOCKET = "a";
    private static final Duration DESERTED = Duration.ofSeconds(2);
    /** At the second node bots play for the one person, too. */
    private static final Duration TURN = Duration.ofMillis(1);

    private static final RoomSettings.Grace NONE = new RoomSettings.Grace(
            Duration.ZERO, Duration.ZERO, Duration.ofMinutes(1), Duration.ZERO, DESERTED, Duration.ZERO);

    private final GameModule<?, ?, ?> game;
    private final RandomGenerator chance;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("warm-up").daemon().factory());
    private final RoomIndex index = new MemoryIndex(new MemoryJournal(InstantSource.system(), thread));
    private final Set<RoomId> over = ConcurrentHashMap.newKeySet();
    private CompletableFuture<Void> ended = CompletableFuture.completedFuture(null);

    /**
     * @param chance for ids of rooms; other nodes may warm up on the same Redis
     */
    WarmUp(GameModule<?, ?, ?> game, RandomGenerator chance) {
        this.game = game;
        this.chance = chance;
    }

    /**
     * Rules, rooms and codecs first, then what lies between them and the journal; then the compiler is left to finish, for
     * the first rooms would have to share the cores with it.
     *
     * @param limit for each of the three
     */
    static void all(GameModule<?, ?, ?> game, RoomJournal journal, Duration limit) {
        try (WarmUp warmUp = new WarmUp(game, new SecureRandom())) {
            // What a journal that is away is asked to write, it would write when it is back, and nobody would end it
            if (warmUp.inMemory(GAMES, limit) == GAMES && warmUp.answers(journal)) {
                warmUp.play(journal, GAMES / 3, limit);
            }
            warmUp.calmDown(limit);
        }
    }

    private void calmDown(Duration limit) {
        if (limit.isPositive()
                && ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean machine) {
            long began = System.nanoTime();
            // Else the first collection among real rooms would have to move all that has come to stay since the start
            System.gc();
            await(new CalmProcess(machine::getProcessCpuTime, System::nanoTime), limit);
            LOG.debugf("The compiler went on for %d ms", (System.nanoTime() - began) / 1_000_000);
        }
    }

    /** Whether the journal is there; it says so, or not, within a second. */
    boolean answers(RoomJournal journal) {
        return journal.look(room())
                .handle((_, failure) -> failure == null)
                .toCompletableFuture()
                .join();
    }

    /** Plays in a memory of its own; how many games came to their end within the limit. */
    int inMemory(int games, Duration limit) {
        return play(new MemoryJournal(InstantSource.system(), thread), games, limit);
    }

    /** Plays in this journal; how many games came to their end within the limit. */
    int play(RoomJournal journal, int games, Duration limit) {
        if (!limit.isPositive()) {
            return 0;
        }
        over.clear();
        Level before = ROOM_LOG.getLevel();
        // Operators must not read of rooms that are none
        ROOM_LOG.setLevel(Level.WARNING);
        try (SystemTimers timers = new SystemTimers()) {
            LocalRelay one = LocalRelay.encoding(FIRST, thread, INBOX);
            LocalRelay two = LocalRelay.encoding(SECOND, thread, INBOX);
            one.join(two);
            Node first = node(FIRST, journal, one, timers, Optional.empty());
            Node second = node(SECOND, journal, two, timers, Optional.of(TURN));
            List<RoomId> rooms =
                    Stream.generate(this::room).distinct().limit(games).toList();
            Map<RoomId, CompletionStage<?>> made = new HashMap<>();
            rooms.forEach(room -> made.put(room, begin(room, first)));
            await(() -> count(first, RoomStatus.RUNNING) == games, limit);
            rooms.forEach(room -> move(room, first, second));
            await(() -> count(second, RoomStatus.FINISHED) == games, limit);
            int played = count(second, RoomStatus.FINISHED);
            rooms.forEach(room -> second.rooms().dispatch(SECOND, new RelayMessage.Detach(room, SOCKET, 2)));
            if (played == games) {
                await(() -> over.size() == games, DESERTED.multipliedBy(2));
            }
            Leftovers leftovers = new Leftovers(journal, FIRST);
            ended = CompletableFuture.allOf(made.entrySet().stream()
                    .map(each -> each.getValue()
                            .handle((_, _) -> 0)
                            .thenCompose(_ -> leftovers.end(each.getKey()))
                            .toCompletableFuture())
                    .toArray(CompletableFuture[]::new));
            LOG.infof("Warmed up with %d games", played);
            return played;
        } finally {
            ROOM_LOG.setLevel(before);
        }
    }

    /** Completes when the journal has ended the rooms of the last {@link #play}, which waits as long as it is away. */
    CompletionStage<Void> ended() {
        return ended;
    }

    private void await(BooleanSupplier condition, Duration limit) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        var looks = thread.scheduleWithFixedDelay(
                () -> {
                    if (condition.getAsBoolean()) {
                        done.complete(null);
                    }
                },
                LOOK_MILLIS,
                LOOK_MILLIS,
                TimeUnit.MILLISECONDS);
        done.completeOnTimeout(null, limit.toMillis(), TimeUnit.MILLISECONDS).join();
        looks.cancel(false);
    }

    private static int count(Node node, RoomStatus status) {
        return (int) node.rooms().states().stream()
                .filter(room -> room.status() == status)
                .count();
    }

    /** Rooms that players make have six hexadecimal digits. */
    private RoomId room() {
        StringBuilder id = new StringBuilder("W");
        chance.ints(5, 'G', 'Z' + 1).forEach(letter -> id.append((char) letter));
        return new RoomId(id.toString());
    }

    /** The game waits for its one person. */
    private CompletionStage<?> begin(RoomId room, Node first) {
        return first.rooms().create(game, room, "Ann", "0", "").thenRun(() -> {
            first.rooms().dispatch(FIRST, new RelayMessage.Attach(room, SOCKET, SEAT, 1, 0, 0));
            first.rooms().dispatch(FIRST, new RelayMessage.Input(room, SOCKET, 1, SEAT, 1, "start_game", "{}"));
        });
    }

    private void move(RoomId room, Node first, Node second) {
        first.rooms().handOver(room, SECOND).thenRun(() -> second.rooms()
                .dispatch(SECOND, new RelayMessage.Attach(room, SOCKET, SEAT, 2, 0, 0)));
    }

    private Node node(NodeId id, RoomJournal journal, LocalRelay relay, SystemTimers timers, Optional<Duration> turn) {
        RoomSettings settings = new RoomSettings(
                0,
                new RoomSettings.Range(Duration.ZERO, Duration.ZERO),
                Map.of(),
                Map.of(game.name(), Map.of("max-rounds", "2")),
                Optional.empty(),
                NONE,
                turn);
        return new Node(
                new Node.Ports(
                        journal,
                        index,
                        relay,
                        new SoleNode(id, () -> new NodeRow(0, "", 1, "warm-up", 1, 1, 0, 1_000, "")),
                        this::isOver,
                        Measures.NONE,
                        timers,
                        InstantSource.system(),
                        thread),
                new GameCatalog(List.of(game)),
                game,
                settings,
                "warm-up");
    }

    /** Rooms are kept when they end; these are not. */
    private CompletionStage<Boolean> isOver(RoomId room) {
        over.add(room);
        return CompletableFuture.completedStage(true);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
