package io.liaptui.ws.figures;

import com.sun.management.OperatingSystemMXBean;
import io.liaptui.common.redis.NodeLog;
import io.liaptui.common.redis.NodeStats;
import io.liaptui.common.redis.NodeTraffic;
import io.liaptui.common.room.Occupant;
import io.liaptui.common.room.RoomState;
import io.liaptui.common.room.RoomStatus;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** Measures this node for the REST API. Threading: any thread. */
public final class Figures {
    private static final long PAGE = 4096;

    private final Supplier<Collection<RoomState>> rooms;
    private final IntSupplier sockets;
    private final InstantSource clock;
    private final String build;
    private final Supplier<NodeStats.Recovery> recovery;
    private final Supplier<NodeTraffic> traffic;
    private final Supplier<NodeLog> log;

    /**
     * @param rooms the states of all rooms here
     */
    public Figures(
            Supplier<Collection<RoomState>> rooms,
            IntSupplier sockets,
            InstantSource clock,
            String build,
            Supplier<NodeStats.Recovery> recovery,
            Supplier<NodeTraffic> traffic,
            Supplier<NodeLog> log) {
        this.rooms = rooms;
        this.sockets = sockets;
        this.clock = clock;
        this.build = build;
        this.recovery = recovery;
        this.traffic = traffic;
        this.log = log;
    }

    public NodeStats now() {
        Runtime runtime = Runtime.getRuntime();
        return new NodeStats(
                clock.millis(),
                sockets(),
                rooms(),
                games(),
                players(),
                bots(),
                cpu(),
                resident(),
                runtime.totalMemory() - runtime.freeMemory(),
                ManagementFactory.getRuntimeMXBean().getUptime(),
                build,
                recovery.get(),
                memory(),
                traffic.get(),
                log.get());
    }

    int sockets() {
        return sockets.getAsInt();
    }

    int rooms() {
        return rooms.get().size();
    }

    int games() {
        return sum(room -> room.status() == RoomStatus.RUNNING ? 1 : 0);
    }

    int players() {
        return sum(room -> room.present().size());
    }

    int bots() {
        return sum(Figures::botsOf);
    }

    private int sum(ToIntFunction<RoomState> figure) {
        return rooms.get().stream().mapToInt(figure).sum();
    }

    private static int botsOf(RoomState room) {
        return (int) room.seats().stream()
                .filter(occupant -> occupant instanceof Occupant o && o.isPlayedByBot())
                .count();
    }

    private static double cpu() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? Math.max(0, system.getProcessCpuLoad())
                : 0;
    }

    /** The JDK looks at the container's limit where there is one. */
    private static long memory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : 0;
    }

    /** From the kernel where there is {@code /proc}, else 0. */
    private static long resident() {
        try {
            return Long.parseLong(Files.readString(Path.of("/proc/self/statm")).split(" ")[1]) * PAGE;
        } catch (IOException e) {
            return 0;
        }
    }
}
