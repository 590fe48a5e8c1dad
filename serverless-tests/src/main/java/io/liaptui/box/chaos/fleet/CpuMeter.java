package io.liaptui.box.chaos.fleet;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * How many cores each group of processes uses, and the whole machine. Looks once a second, so that what a killed process
 * used is not lost. Thread-safe.
 */
public final class CpuMeter implements AutoCloseable {
    private static final long EVERY_MILLIS = 1_000;

    private final Supplier<Map<String, ? extends Collection<Long>>> groups;
    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final Map<Long, Long> lastNanos = new HashMap<>();
    private final Map<String, Long> usedNanos = new TreeMap<>();
    private double machine;
    private int looks;
    private long began = System.nanoTime();
    private final Thread thread;

    /**
     * @param groups pids by the name of their group
     */
    public CpuMeter(Supplier<Map<String, ? extends Collection<Long>>> groups) {
        this.groups = groups;
        this.thread = Thread.ofPlatform().daemon().name("cpu-meter").start(this::run);
    }

    private void run() {
        try {
            while (true) {
                look();
                TimeUnit.MILLISECONDS.sleep(EVERY_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void look() {
        groups.get()
                .forEach((group, pids) -> pids.forEach(pid -> {
                    long now = nanos(pid);
                    long before = lastNanos.getOrDefault(pid, 0L);
                    if (now > before) {
                        usedNanos.merge(group, now - before, Long::sum);
                        lastNanos.put(pid, now);
                    }
                }));
        machine += system.getCpuLoad() * system.getAvailableProcessors();
        looks++;
    }

    private static long nanos(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .map(Duration::toNanos)
                .orElse(0L);
    }

    /** Begins to count. */
    public synchronized void reset() {
        look();
        usedNanos.clear();
        machine = 0;
        looks = 0;
        began = System.nanoTime();
    }

    /** Cores used on average since then, by group, and {@code machine} for everything that runs here. */
    public synchronized Map<String, Double> cores() {
        look();
        double elapsed = System.nanoTime() - began;
        Map<String, Double> cores = new TreeMap<>();
        usedNanos.forEach((group, nanos) -> cores.put(group, nanos / elapsed));
        cores.put("machine", machine / looks);
        return cores;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
