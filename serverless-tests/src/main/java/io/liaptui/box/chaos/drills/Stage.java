package io.liaptui.box.chaos.drills;

import io.liaptui.box.chaos.fleet.Fleet;
import io.liaptui.box.chaos.load.Load;
import io.liaptui.box.chaos.load.Sample;
import io.liaptui.box.chaos.report.Metric;
import io.liaptui.box.chaos.report.Repetition;
import io.liaptui.box.chaos.verdict.Directory;
import io.liaptui.box.chaos.verdict.Finding;
import io.liaptui.box.chaos.verdict.Histories;
import io.liaptui.box.player.Dialect;
import io.liaptui.box.redis.RedisAdmin;
import io.liaptui.box.run.Layout;
import io.liaptui.box.run.Node;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Where drills are repeated: a fleet with games in progress, and what is measured around each fault. One thread. */
public final class Stage {
    private static final long WORTH_A_NOTE_NANOS = 1_000_000_000;
    private static final long LOOK_MILLIS = 50;
    private static final long LOOK_AGAIN_MILLIS = 600;
    private static final Duration GO_ON = Duration.ofSeconds(45);
    private static final Duration STEADY = Duration.ofSeconds(60);
    private static final Duration IN_ORDER = Duration.ofSeconds(20);

    /** So that what follows from the fault late is measured too. */
    private static final long AFTERMATH_MILLIS = 1_500;

    private final Fleet fleet;
    private final Load load;
    private final Histories histories;
    private final Layout layout;
    private final Set<String> victimRooms = new HashSet<>();
    private final Set<String> victimSockets = new HashSet<>();
    private Harm harm = Harm.LEAVES;
    private List<Node> victims = List.of();
    private Map<String, String> owners = Map.of();
    private Receipts receipts;
    private Repetition repetition = new Repetition();
    private int turn;

    public Stage(Fleet fleet, Load load, Histories histories, Layout layout) {
        this.fleet = fleet;
        this.load = load;
        this.histories = histories;
        this.layout = layout;
        this.receipts = Receipts.from(layout);
    }

    /** What can be harmed. */
    public Fleet fleet() {
        return fleet;
    }

    /** The next fault is another repetition. */
    public void newRepetition() {
        repetition = new Repetition();
    }

    /** What is noted and timed in this repetition. */
    public Repetition repetition() {
        return repetition;
    }

    /** How often each room of a running game has changed its owner. */
    Map<String, Long> moves() throws IOException, InterruptedException {
        return Directory.moves(fleet.admin(), load.rooms());
    }

    /** How many entries all logs of running games have together, as a server says. */
    long versions(RedisAdmin redis) throws IOException, InterruptedException {
        return Directory.versions(redis, load.rooms()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Something that must not be, or must be said. */
    void report(Finding finding) {
        load.tally().report(finding);
    }

    /** The next victim: each node in turn. */
    public Node next() {
        List<Node> nodes = fleet.nodes();
        return nodes.get(turn++ % nodes.size());
    }

    /** Waits until every game goes on, with all of its players. */
    public void steady() throws InterruptedException, IOException {
        if (!goOn(System.nanoTime(), STEADY).isEmpty()) {
            throw new IOException("the games do not go on before the fault");
        }
    }

    /** The fault comes now, to no node: from here on everything is measured. */
    public void begin() throws IOException, InterruptedException {
        begin(Harm.LEAVES);
    }

    /** The fault comes now, to these nodes: from here on everything is measured. */
    public void begin(Harm expected, Node... victims) throws IOException, InterruptedException {
        harm = expected;
        this.victims = List.of(victims);
        histories.readNew();
        victimRooms.clear();
        victimSockets.clear();
        owners = Directory.owners(fleet.admin(), load.rooms());
        for (Node victim : victims) {
            owners.forEach((room, owner) -> {
                if (owner.startsWith(victim.name() + "-")) {
                    victimRooms.add(room);
                }
            });
            victimSockets.addAll(fleet.sockets(victim));
            repetition.note(victim.name() + ": " + fleet.sockets(victim).size() + " sockets");
        }
        if (victims.length > 0) {
            repetition.note(victimRooms.size() + " of " + owners.size() + " rooms");
        }
        receipts = Receipts.from(layout);
        load.beginWatch(harm == Harm.HANGS ? victimSockets : Set.of());
    }

    /** The harm is done: waits until every game goes on, ends the measuring, and sees whether all is in order. */
    public void recovered() throws InterruptedException, IOException {
        long over = System.nanoTime();
        List<String> standing = goOn(over, GO_ON);
        repetition.add(Metric.RECOVERY, System.nanoTime() - over);
        standing.forEach(room ->
                load.reportStanding(room, "it has shown nothing new for " + GO_ON.toSeconds() + " s after the fault"));
        TimeUnit.MILLISECONDS.sleep(AFTERMATH_MILLIS);
        List<Sample> samples = load.endWatch();
        samples.forEach(this::take);
        noteLongest(samples);
        receipts.read(repetition);
        noteMoved();
    }

    private void noteLongest(List<Sample> samples) {
        samples.stream()
                .filter(sample -> !sample.cut() && !isBehind(sample))
                .max(Comparator.comparingLong(Sample::stall))
                .filter(sample -> sample.stall() > WORTH_A_NOTE_NANOS)
                .ifPresent(sample -> repetition.note(
                        sample.stall() / 1_000_000 + " ms in room " + sample.room() + " " + sample.longest()));
    }

    private boolean isBehind(Sample sample) {
        return harm == Harm.HANGS && victimSockets.contains(sample.socket());
    }

    private void noteMoved() throws IOException, InterruptedException {
        Map<String, String> now = Directory.owners(fleet.admin(), owners.keySet());
        long moved = now.entrySet().stream()
                .filter(room -> !room.getValue().equals(owners.get(room.getKey())))
                .count();
        repetition.note(moved + " rooms have a new owner");
    }

    private void take(Sample sample) {
        boolean behind = isBehind(sample);
        if (sample.cut()) {
            Metric back = sample.dialect() == Dialect.OWN ? Metric.GAP : Metric.BACK;
            sample.back().ifPresent(nanos -> repetition.add(back, nanos));
            sample.firstMove().ifPresent(nanos -> repetition.add(Metric.FIRST_MOVE, nanos));
        } else if (behind) {
            repetition.add(Metric.BEHIND, sample.stall());
        } else {
            sample.gap().ifPresent(nanos -> repetition.add(Metric.GAP, nanos));
            repetition.add(Metric.STALL, sample.stall());
            if ((harm == Harm.DIES || harm == Harm.HANGS) && victimRooms.contains(sample.room())) {
                sample.firstFrame().ifPresent(nanos -> repetition.add(Metric.FIRST_FRAME, nanos));
            }
        }
    }

    private List<String> goOn(long since, Duration limit) throws InterruptedException {
        long deadline = since + limit.toNanos();
        List<String> waiting = load.waiting(since);
        while (!waiting.isEmpty() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            waiting = load.waiting(since);
        }
        return waiting;
    }

    /** Nodes that had to stay and did not. */
    private Set<Finding> left(Directory directory) {
        if (harm != Harm.STAYS) {
            return Set.of();
        }
        Set<String> ready = directory.ready();
        return victims.stream()
                .filter(node -> !node.alive() || ready.stream().noneMatch(id -> id.startsWith(node.name() + "-")))
                .map(node -> new Finding(
                        Finding.Kind.NODE_LEFT, "", node.name() + (node.alive() ? " takes no rooms" : " ended")))
                .collect(Collectors.toSet());
    }

    /** Looks at the directory until it is in order, and reports what stays wrong. */
    public void inOrder() throws InterruptedException {
        Directory directory = new Directory(fleet.admin());
        Set<Finding> stays = new HashSet<>();
        int looks = 0;
        for (int second = 0; second < IN_ORDER.toSeconds() && (looks < 2 || !stays.isEmpty()); second++) {
            try {
                Set<Finding> wrong = new HashSet<>(directory.look(load.rooms()));
                wrong.addAll(left(directory));
                looks++;
                if (looks <= 2) {
                    // The first look does not know which nodes live
                    stays = new HashSet<>(wrong);
                } else {
                    stays.retainAll(wrong);
                }
            } catch (IOException e) {
                // Redis is not back yet
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
        }
        if (looks < 2) {
            stays.add(new Finding(Finding.Kind.NOT_COMPARED, "", "the directory could not be read"));
        }
        stays.forEach(load.tally()::report);
    }
}
