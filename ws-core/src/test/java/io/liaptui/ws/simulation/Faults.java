package io.liaptui.ws.simulation;

/** Carries out the plan's faults, and heals what is still wrong at its end. */
final class Faults {
    private final Scheduler scheduler;
    private final Cluster cluster;
    private final RedisServer redis;
    private final Network network;
    private final People people;
    private final Trace trace;

    Faults(Scheduler scheduler, Cluster cluster, RedisServer redis, Network network, People people, Trace trace) {
        this.scheduler = scheduler;
        this.cluster = cluster;
        this.redis = redis;
        this.network = network;
        this.people = people;
        this.trace = trace;
    }

    void schedule(Plan plan) {
        plan.faults().forEach(fault -> scheduler.at(fault.at(), () -> happen(fault)));
    }

    private void happen(Fault fault) {
        trace.note(() -> "FAULT " + fault);
        switch (fault) {
            case Fault.Crash(var at, var place, var restartAfter) -> {
                if (cluster.at(place).host().state() != Host.State.DEAD) {
                    people.breakSockets(cluster.at(place).host());
                    cluster.crash(place);
                    scheduler.after(restartAfter, () -> restart(place));
                }
            }
            case Fault.Pause(var at, var place, var lasting) -> {
                Host host = cluster.at(place).host();
                host.pause();
                scheduler.after(lasting, host::resume);
            }
            case Fault.Cut(var at, var place, var lasting) -> {
                Cluster.Life life = cluster.at(place);
                redis.cut(life.id());
                scheduler.after(lasting, () -> redis.join(life.id()));
            }
            case Fault.WrongCount(var at, var place, var lasting) -> {
                Cluster.Life life = cluster.at(place);
                redis.board().unsubscribe(life.id());
                scheduler.after(lasting, () -> countAgain(life));
            }
            case Fault.Redis(var at, var mode, var lasting) -> {
                redis.become(mode);
                scheduler.after(lasting, () -> redis.become(RedisServer.Mode.UP));
            }
        }
    }

    private void restart(int place) {
        if (cluster.at(place).host().state() == Host.State.DEAD) {
            cluster.start(place);
        }
    }

    private void countAgain(Cluster.Life life) {
        if (life.host().state() != Host.State.DEAD) {
            redis.board().subscribe(life.id());
        }
    }

    /** Nothing is wrong from now on. */
    void heal() {
        trace.note(() -> "HEALED");
        redis.become(RedisServer.Mode.UP);
        redis.answerWell();
        network.carryWell();
        for (int place = 0; place < cluster.places().size(); place++) {
            Cluster.Life life = cluster.at(place);
            redis.join(life.id());
            life.host().resume();
            countAgain(life);
            restart(place);
        }
        people.calmDown();
    }
}
