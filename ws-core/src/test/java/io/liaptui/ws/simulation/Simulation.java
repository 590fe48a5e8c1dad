package io.liaptui.ws.simulation;

import io.liaptui.ws.room.RoomSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One run of a cluster, wholly decided by its plan and seed. People play while things go wrong, then everything is healed,
 * and after a while it must be at rest; then the games must go on to their ends.
 *
 * <p>Checkers are told of every event at the moment it happens and throw a {@link Violation}.
 */
final class Simulation {
    private static final long SECOND = 1_000_000;
    /** Until everything is at rest after the last fault; where Redis lost data, only a sweep may find a room. */
    private static final long REST = 5 * SECOND;

    private static final long REST_AFTER_LOSS = 65 * SECOND;
    /** Owners write their places in the lists again every 10 s, if something happens, and at a verification else. */
    private static final long LISTED = 16 * SECOND;

    /** What no other node can read leaves a draining one when that gives up and its place starts again. */
    private static final long DRAIN = 90 * SECOND + 12 * SECOND;

    private static final long LOOK = SECOND / 4;
    private static final long STEP = SECOND;
    /** The longest that a game at rest may take for its next step. */
    private static final long NEXT_STEP = 30 * SECOND;

    private static final long TO_THE_END = 900 * SECOND;

    private final Plan plan;
    private final Scheduler scheduler;
    private final RedisServer redis;
    private final Truth truth;
    private final Trace trace;
    private final Verdict verdict = new Verdict();
    private final CommandChecker commands;
    private final LossChecker losses;
    private final MoveChecker moves = new MoveChecker();
    private final SeatChecker seats = new SeatChecker();
    private final ScreenChecker screens;
    private final ModernChecker modern;
    private final Cluster cluster;
    private final People people;
    private final Faults faults;
    private final RestChecker rest;

    /**
     * How a run went.
     *
     * @param print equal for equal runs
     * @param accepted commands
     * @param moves of the room that changed its owner most often
     */
    record Outcome(
            Optional<Throwable> failure,
            long print,
            long events,
            int rooms,
            int finished,
            int accepted,
            int moves,
            List<String> trace) {}

    private Simulation(long seed, Plan plan, Flaws flaws, boolean readable) {
        this.plan = plan;
        this.scheduler = new Scheduler(Dice.of(seed, "order"), verdict);
        this.trace = new Trace(scheduler, readable);
        RoomSettings settings = settings(seed, plan);
        this.truth = new Truth(scheduler, Cluster.games(), settings);
        this.screens = new ScreenChecker(truth, seats, plan.lag() > 0);
        this.modern = new ModernChecker(truth, seats, plan.lag() > 0);
        this.commands = new CommandChecker(truth, plan.lag() > 0);
        Watches watches = new Watches(verdict);
        this.redis = new RedisServer(
                scheduler, Dice.of(seed, "calls"), plan.calls(), flaws.hasty() ? 0 : plan.lag(), flaws.server());
        FleetChecker fleet = new FleetChecker(scheduler, redis, verdict);
        BoundsChecker bounds = new BoundsChecker(verdict);
        Network network = new Network(scheduler, Dice.of(seed, "network"), redis, plan.messages(), watches, bounds);
        this.cluster = new Cluster(
                seed,
                scheduler,
                redis,
                network,
                settings,
                watches,
                plan.encoded(),
                plan.releases(),
                bounds,
                fleet,
                flaws);
        this.people = new People(cluster, scheduler, watches, plan, flaws.socket(), seed);
        this.faults = new Faults(scheduler, cluster, redis, network, people, truth, watches, fleet, trace);
        this.losses = new LossChecker(scheduler, truth, cluster::isWellSince);
        this.rest = new RestChecker(truth, cluster, people, screens, modern, seats);
        watches.add(trace);
        watches.add(new OwnerChecker(truth));
        watches.add(new LogChecker(truth));
        watches.add(new ClaimChecker(truth, cluster::sinceSteady));
        watches.add(losses);
        watches.add(truth);
        watches.add(new TimerChecker(truth, scheduler));
        watches.add(commands);
        watches.add(new FrameChecker(truth));
        watches.add(new SecretChecker());
        watches.add(seats);
        watches.add(screens);
        watches.add(modern);
        watches.add(moves);
        watches.add(new CallChecker());
        if (plan.lag() > 0) {
            watches.add(new DurabilityChecker());
        }
        watches.add(new SchemaChecker(cluster::schema));
        watches.add(new HomeChecker(truth, cluster::isWellSince));
    }

    static Outcome run(long seed) {
        return run(seed, Plan.draw(seed), Flaws.NONE, false);
    }

    static Outcome run(long seed, Plan plan, Flaws flaws, boolean readable) {
        Simulation simulation = new Simulation(seed, plan, flaws, readable);
        Defects.failing(simulation.verdict);
        try {
            simulation.play();
        } catch (Violation violation) {
            simulation.verdict.fail(violation);
        } finally {
            Defects.failing(null);
        }
        return simulation.outcome();
    }

    private void play() {
        for (int place = 0; place < plan.places(); place++) {
            cluster.start(place);
        }
        faults.schedule(plan);
        scheduler.runUntil(2 * SECOND);
        people.begin();
        scheduler.runUntil(plan.trouble());
        faults.heal();
        long more = plan.mayHaveNoSuccessor() ? DRAIN : 0;
        comeToRest(() -> losses.unrest().or(rest::unrest), more + (plan.losesData() ? REST_AFTER_LOSS : REST));
        comeToRest(rest::hidden, more + (plan.losesData() ? REST_AFTER_LOSS : LISTED));
        goOn();
        if (!verdict.isFailed()) {
            commands.atTheEnd();
        }
    }

    /** Looks again and again whether something is still wrong, until it must not be any more. */
    private void comeToRest(Supplier<Optional<Violation>> look, long within) {
        long by = plan.trouble() + within;
        Optional<Violation> unrest = Optional.empty();
        do {
            if (unrest.isPresent() && scheduler.now() >= by) {
                throw unrest.get();
            }
            scheduler.runUntil(scheduler.now() + LOOK);
            if (verdict.isFailed()) {
                return;
            }
            unrest = look.get();
        } while (unrest.isPresent());
    }

    /** Every game takes its next step; in some runs, every step to its end. */
    private void goOn() {
        Map<RoomTruth, Long> running = truth.running();
        long end = scheduler.now() + (plan.toTheEnd() ? TO_THE_END : NEXT_STEP);
        while (!verdict.isFailed() && !(plan.toTheEnd() ? isOver() : haveGoneOn(running))) {
            if (scheduler.now() >= end) {
                throw new Violation(
                        "12 (every game goes on)",
                        "without faults for %d s still run: %s"
                                .formatted((scheduler.now() - plan.trouble()) / SECOND, live()));
            }
            scheduler.runUntil(scheduler.now() + STEP);
        }
    }

    private static boolean haveGoneOn(Map<RoomTruth, Long> since) {
        return since.entrySet().stream()
                .allMatch(each -> each.getKey().ended || each.getKey().version() > each.getValue());
    }

    private boolean isOver() {
        return people.allDone() && live().isEmpty();
    }

    private List<String> live() {
        return truth.rooms().stream()
                .filter(room -> !room.ended && room.isHere())
                .map(room -> "%s %s at version %d of %s"
                        .formatted(room.id, room.newest().status(), room.version(), room.owner))
                .toList();
    }

    private Outcome outcome() {
        int finished = (int) truth.rooms().stream()
                .filter(room -> room.everything().stream().anyMatch(entry -> entry.events().stream()
                        .anyMatch(event -> event.type().equals("room.finished"))))
                .count();
        return new Outcome(
                verdict.failure(),
                trace.print(),
                scheduler.events(),
                truth.rooms().size(),
                finished,
                commands.accepted(),
                moves.most(),
                trace.lines());
    }

    private static RoomSettings settings(long seed, Plan plan) {
        return new RoomSettings(
                plan.pace(),
                new RoomSettings.Range(Duration.ofMillis(500), Duration.ofMillis(1500)),
                Map.of(),
                Map.of("liaptui", Map.of("max-rounds", "1", "bots", "basic")),
                Optional.of("simulation " + seed),
                new RoomSettings.Grace(
                        Duration.ofSeconds(10),
                        Duration.ofMillis(1500),
                        Duration.ofSeconds(15),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(5)));
    }
}
