package io.liaptui.ws.simulation;

import io.liaptui.ws.journal.MemoryJournal;
import java.util.Map;

/** Carries out the plan's faults, and heals what is still wrong at its end. */
final class Faults {
    /** Who ended by itself is started again, as ECS does. */
    private static final long REPLACED = 5_000_000;

    private final Scheduler scheduler;
    private final Cluster cluster;
    private final RedisServer redis;
    private final Network network;
    private final People people;
    private final Truth truth;
    private final Watch watch;
    private final Trace trace;
    private final FleetChecker fleet;
    private boolean healed;
    private long losses;

    Faults(
            Scheduler scheduler,
            Cluster cluster,
            RedisServer redis,
            Network network,
            People people,
            Truth truth,
            Watch watch,
            FleetChecker fleet,
            Trace trace) {
        this.fleet = fleet;
        this.truth = truth;
        this.watch = watch;
        this.scheduler = scheduler;
        this.cluster = cluster;
        this.redis = redis;
        this.network = network;
        this.people = people;
        this.trace = trace;
        cluster.onLeave(place -> drain(place, REPLACED));
    }

    void schedule(Plan plan) {
        for (Fault fault : plan.faults()) {
            if (fault instanceof Fault.Loss loss) {
                schedule(loss);
            } else {
                scheduler.at(fault.at(), () -> happen(fault));
            }
        }
    }

    /** What is lost is what happened since a moment before. */
    private void schedule(Fault.Loss loss) {
        if (loss.back() == Fault.Loss.EVERYTHING) {
            scheduler.at(loss.at(), () -> {
                happen(loss);
                losses++;
                redis.empty();
                watch.lost(new Loss(Map.of()));
            });
            return;
        }
        scheduler.at(Math.max(0, loss.at() - loss.back()), () -> {
            MemoryJournal.Checkpoint checkpoint = redis.checkpoint();
            Loss left = truth.here();
            long lossesBefore = losses;
            scheduler.at(loss.at(), () -> {
                happen(loss);
                // What another loss took since then does not come back
                if (losses == lossesBefore) {
                    losses++;
                    redis.rewindTo(checkpoint);
                    watch.lost(left);
                }
            });
        });
    }

    private void happen(Fault fault) {
        trace.note(() -> "FAULT " + fault);
        switch (fault) {
            case Fault.Crash(var at, var place, var restartAfter, var countedFor) -> {
                if (cluster.at(place).host().state() != Host.State.DEAD) {
                    people.breakSockets(cluster.at(place).host());
                    cluster.crash(place, countedFor);
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
                life.host().troubled();
                redis.cut(life.id());
                scheduler.after(lasting, () -> {
                    life.host().troubled();
                    redis.join(life.id());
                });
            }
            case Fault.WrongCount(var at, var place, var lasting) -> {
                Cluster.Life life = cluster.at(place);
                redis.board().unsubscribe(life.id());
                scheduler.after(lasting, () -> countAgain(life));
            }
            case Fault.Drain(var at, var place, var restartAfter) -> {
                fleet.struck(cluster.at(place));
                drain(place, restartAfter);
            }
            case Fault.Slow slow ->
                slow.places().forEach(place -> slow(cluster.at(place).host(), slow, scheduler.now() + slow.lasting()));
            case Fault.Deaf(var at, var places, var lasting) ->
                places.forEach(place -> {
                    Cluster.Life life = cluster.at(place);
                    life.host().troubled();
                    redis.deafen(life.id());
                    scheduler.after(lasting, () -> endDeafness(life));
                });
            case Fault.Arrive(var at) -> cluster.startNext();
            case Fault.Loss(var at, var back, var lasting) -> redis.become(RedisServer.Mode.AWAY, lasting);
            case Fault.Redis(var at, var mode, var lasting) -> redis.become(mode, lasting);
        }
    }

    private void drain(int place, long restartAfter) {
        cluster.drain(place, () -> {
            people.closeSockets(cluster.at(place).host());
            if (restartAfter < Long.MAX_VALUE) {
                scheduler.after(restartAfter, () -> restart(place));
            }
        });
    }

    private void slow(Host host, Fault.Slow slow, long until) {
        if (healed || scheduler.now() >= until) {
            host.resume();
            return;
        }
        host.pause();
        scheduler.after(slow.stands(), () -> {
            host.resume();
            scheduler.after(slow.runs(), () -> slow(host, slow, until));
        });
    }

    private void endDeafness(Cluster.Life life) {
        life.host().troubled();
        redis.endDeafness(life.id());
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
        healed = true;
        redis.become(RedisServer.Mode.UP);
        redis.answerWell();
        network.carryWell();
        for (int place = 0; place < cluster.places().size(); place++) {
            Cluster.Life life = cluster.at(place);
            redis.join(life.id());
            endDeafness(life);
            life.host().resume();
            countAgain(life);
            restart(place);
        }
        people.calmDown();
    }
}
