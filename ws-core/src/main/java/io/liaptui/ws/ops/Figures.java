package io.liaptui.ws.ops;

import com.sun.management.OperatingSystemMXBean;
import io.liaptui.common.redis.NodeStats;
import io.liaptui.common.room.Occupant;
import io.liaptui.common.room.RoomState;
import io.liaptui.common.room.RoomStatus;
import io.liaptui.ws.room.Rooms;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.function.IntSupplier;

/** Measures this node for the REST API. Threading: any thread. */
final class Figures {
    private static final long PAGE = 4096;

    private final Rooms rooms;
    private final IntSupplier sockets;
    private final InstantSource clock;
    private final String build;

    Figures(Rooms rooms, IntSupplier sockets, InstantSource clock, String build) {
        this.rooms = rooms;
        this.sockets = sockets;
        this.clock = clock;
        this.build = build;
    }

    NodeStats now() {
        Collection<RoomState> states = rooms.states();
        Runtime runtime = Runtime.getRuntime();
        return new NodeStats(
                clock.millis(),
                sockets.getAsInt(),
                states.size(),
                (int) states.stream()
                        .filter(room -> room.status() == RoomStatus.RUNNING)
                        .count(),
                states.stream().mapToInt(room -> room.present().size()).sum(),
                states.stream().mapToInt(Figures::bots).sum(),
                cpu(),
                resident(),
                runtime.totalMemory() - runtime.freeMemory(),
                ManagementFactory.getRuntimeMXBean().getUptime(),
                build);
    }

    private static int bots(RoomState room) {
        return (int) room.seats().stream()
                .filter(occupant -> occupant instanceof Occupant o && o.isPlayedByBot())
                .count();
    }

    private static double cpu() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? Math.max(0, system.getProcessCpuLoad())
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
