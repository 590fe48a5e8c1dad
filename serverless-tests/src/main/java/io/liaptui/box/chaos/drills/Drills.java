package io.liaptui.box.chaos.drills;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** All drills, in the order in which {@code all} runs them. */
public final class Drills {
    private static final List<Supplier<Drill>> ALL = List.of(
            Kill::new,
            Freeze::new,
            Deploy::new,
            DeployBack::new,
            DrainKill::new,
            RedisRestart::new,
            RedisFreeze::new,
            RedisSlow::new,
            Starved::new,
            Late::new,
            Deaf::new,
            Drop::new,
            Cut::new,
            Full::new,
            Storm::new,
            PingFlood::new,
            RoomsFlood::new,
            DeployEcs::new,
            Mixed::new,
            Failover::new,
            FailoverOwner::new);

    private Drills() {}

    /** Each of them, fresh. */
    public static List<Drill> all() {
        return ALL.stream().map(Supplier::get).toList();
    }

    /** One by its name. */
    public static Optional<Drill> named(String name) {
        return all().stream().filter(drill -> drill.name().equals(name)).findFirst();
    }
}
