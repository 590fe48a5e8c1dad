package io.liaptui.ws.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.redis.NodeRow;
import io.liaptui.ws.measure.Measures;
import io.liaptui.ws.redis.RedisProcess;
import io.liaptui.ws.testkit.ManualHearing;
import io.liaptui.ws.testkit.MemoryBoard;
import io.liaptui.ws.testkit.PausableTimers;
import io.liaptui.ws.testkit.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several registries on one board and one virtual clock. */
class RegistryTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final VirtualTime time = new VirtualTime();
    private final MemoryBoard board = new MemoryBoard(time, time);
    private final Map<String, Process> processes = new LinkedHashMap<>();

    /** One node, its process, and what it said. */
    private final class Process {
        final PausableTimers timers = new PausableTimers(time);
        final ManualHearing hearing = new ManualHearing(time);
        final List<NodeId> dead = new ArrayList<>();
        final List<Long> when = new ArrayList<>();
        final List<Boolean> isolated = new ArrayList<>();
        final List<Boolean> verdicts = new ArrayList<>();
        int deaf;
        Runnable beforeRow = () -> {};
        final Registry registry;

        Process(String name) {
            registry = new Registry(
                    new NodeId(name),
                    board,
                    timers,
                    RedisProcess.settings(NodeSettings.class),
                    () -> {
                        beforeRow.run();
                        return new NodeRow(0, "", 1, "test", 1, 1, 0, 100, name);
                    },
                    hearing,
                    new Measures() {
                        @Override
                        public void foundDeaf(boolean leaves) {
                            verdicts.add(leaves);
                        }
                    });
            registry.onDead(node -> {
                dead.add(node);
                when.add(time.now());
            });
            registry.onIsolated(isolated::add);
            registry.onDeaf(() -> {
                deaf++;
                registry.drain();
            });
            registry.start();
        }

        void kill() {
            timers.kill();
            board.unsubscribe(registry.me());
        }
    }

    @Test
    void aNodeIsReadyAfterFourGoodRounds() {
        Process a = process("a");
        time.pass(Duration.ofMillis(749));
        assertThat(a.registry.state()).isEqualTo(NodeState.STARTING);
        time.pass(Duration.ofMillis(1));
        assertThat(a.registry.state()).isEqualTo(NodeState.READY);
        time.pass(Duration.ofMillis(250));
        NodeRow row = board.rows().get(a.registry.me());
        assertThat(row.state()).isEqualTo("Ready");
        assertThat(row.started()).isPositive().isLessThanOrEqualTo(time.millis());
        assertThat(a.registry.rows()).containsOnlyKeys(a.registry.me());
    }

    @Test
    void aNodeThatDoesNotHearItselfIsNotReady() {
        Process a = process("a");
        a.hearing.fail();
        time.pass(MINUTE);
        assertThat(a.registry.state()).isEqualTo(NodeState.STARTING);
        a.hearing.renew();
        time.pass(Duration.ofMillis(250));
        assertThat(a.registry.state()).isEqualTo(NodeState.READY);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 60, 124, 125, 200, 249})
    void aKilledNodeIsNoticedWithinThreeQuartersOfASecondOfItsLastBeat(long offset) {
        three(offset);
        long lastBeat = beat("c");
        processes.get("c").kill();
        time.pass(Duration.ofSeconds(1));
        for (String survivor : List.of("a", "b")) {
            Process process = processes.get(survivor);
            assertThat(process.dead).containsExactly(new NodeId("c"));
            assertThat(process.when.getFirst() - lastBeat).isBetween(500L, 750L);
            assertThat(process.registry.isAlive(new NodeId("c"))).isFalse();
            assertThat(process.registry.peers()).doesNotContain(new NodeId("c"));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 60, 124, 125, 200, 249})
    void aFrozenNodeIsNoticedAfterTwoSecondsAndJudgesNobodyWhenItWakes(long offset) {
        three(offset);
        long lastBeat = beat("c");
        Process c = processes.get("c");
        c.timers.pause();
        time.pass(Duration.ofSeconds(10));
        for (String survivor : List.of("a", "b")) {
            Process process = processes.get(survivor);
            assertThat(process.dead).containsExactly(new NodeId("c"));
            assertThat(process.when.getFirst() - lastBeat).isBetween(2_000L, 2_500L);
        }
        assertThat(c.registry.goodRounds()).as("it stands still, and knows it").isZero();
        c.timers.wake();
        time.settle();
        assertThat(c.registry.goodRounds()).isZero();
        time.pass(Duration.ofSeconds(5));
        assertThat(c.dead).isEmpty();
        assertThat(c.isolated).as("its own pause is no outage").isEmpty();
        assertThat(processes.get("a").registry.isAlive(new NodeId("c"))).isTrue();
    }

    @Test
    void theWholeClusterPausedJudgesNobody() {
        three(60);
        processes.values().forEach(process -> process.timers.pause());
        time.pass(MINUTE);
        processes.values().forEach(process -> process.timers.wake());
        time.pass(MINUTE);
        assertThat(processes.values())
                .allSatisfy(process -> assertThat(process.dead).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void inAnOutageNobodyDiesAndEverybodyIsIsolatedOnce(boolean frozen) {
        three(60);
        if (frozen) {
            board.freeze();
        } else {
            board.away(true);
        }
        time.pass(Duration.ofMillis(4_700));
        assertThat(processes.get("a").registry.isIsolated()).isFalse();
        time.pass(Duration.ofMillis(600));
        assertThat(processes.get("a").registry.isIsolated()).isTrue();
        time.pass(MINUTE);
        board.away(false);
        board.thaw();
        time.pass(MINUTE);
        assertThat(processes.values()).allSatisfy(process -> {
            assertThat(process.dead).isEmpty();
            assertThat(process.isolated).containsExactly(true, false);
            assertThat(process.registry.state()).isEqualTo(NodeState.READY);
            assertThat(process.registry.goodRounds()).isGreaterThan(8);
        });
    }

    @Test
    void anEmptyBoardKillsNobody() {
        three(60);
        board.clear();
        time.pass(MINUTE);
        assertThat(processes.values())
                .allSatisfy(process -> assertThat(process.dead).isEmpty());
    }

    @Test
    void aNodeThatDiesInAnOutageIsNoticedAfterIt() {
        three(60);
        board.away(true);
        time.pass(Duration.ofSeconds(3));
        processes.get("c").kill();
        board.away(false);
        time.pass(Duration.ofMillis(1_700));
        assertThat(processes.get("a").dead).isEmpty();
        time.pass(Duration.ofMillis(700));
        assertThat(processes.get("a").dead).containsExactly(new NodeId("c"));
    }

    @Test
    void aNodeThatDrainsSaysSoAndOneThatLeavesIsBelieved() {
        three(60);
        Process c = processes.get("c");
        c.registry.drain();
        time.pass(Duration.ofMillis(500));
        Registry a = processes.get("a").registry;
        assertThat(a.rows().get(c.registry.me()).state()).isEqualTo("Draining");
        assertThat(a.isAlive(c.registry.me())).isTrue();
        assertThat(a.peers()).containsExactly(new NodeId("b"));

        assertThat(c.registry.leave().toCompletableFuture()).isNotDone();
        time.pass(Duration.ofMillis(250));
        assertThat(processes.get("a").dead).containsExactly(c.registry.me());
        assertThat(board.rows().get(c.registry.me()).state()).isEqualTo("Gone");
        long beats = board.rows().get(c.registry.me()).beat();
        time.pass(MINUTE);
        assertThat(board.rows().get(c.registry.me()).beat()).isEqualTo(beats);
    }

    @Test
    void aDeafNodeLeavesOnceIfAnotherIsReady() {
        three(60);
        Process c = processes.get("c");
        c.hearing.fail();
        time.pass(Duration.ofMillis(4_500));
        assertThat(c.deaf).isZero();
        time.pass(MINUTE);
        assertThat(c.deaf).isOne();
        assertThat(c.verdicts).containsExactly(true);
        assertThat(processes.get("a").deaf + processes.get("b").deaf).isZero();
    }

    /** What was seen: with the first answer after an outage of 6 s, which was late, all nodes left in one second. */
    @Test
    void afterAnOutageWhoseFirstAnswerComesLateNobodyLeaves() {
        three(60);
        board.freeze();
        processes.values().forEach(process -> process.hearing.fail());
        time.pass(Duration.ofSeconds(6));
        processes.values().forEach(process -> process.timers.pause());
        time.pass(Duration.ofMillis(700));
        board.thaw();
        time.settle();
        processes.values().forEach(process -> process.timers.wake());
        time.pass(Duration.ofSeconds(1));
        processes.values().forEach(process -> process.hearing.renew());
        time.pass(MINUTE);
        assertThat(processes.values()).allSatisfy(process -> {
            assertThat(process.deaf).isZero();
            assertThat(process.verdicts).isEmpty();
            assertThat(process.registry.state()).isEqualTo(NodeState.READY);
        });
    }

    /** Too little time to hear an echo is too little time for good rounds, and Redis may be well all the while. */
    @ParameterizedTest
    @ValueSource(longs = {700, 1_000, 3_000})
    void nodesThatGetTooLittleTimeDoNotLeave(long off) {
        three(60);
        processes.values().forEach(process -> process.hearing.fail());
        for (int i = 0; i < 30; i++) {
            processes.values().forEach(process -> process.timers.pause());
            time.pass(Duration.ofMillis(off));
            processes.values().forEach(process -> process.timers.wake());
            time.pass(Duration.ofMillis(100));
        }
        assertThat(processes.values()).allSatisfy(process -> {
            assertThat(process.deaf).isZero();
            assertThat(process.registry.state()).isEqualTo(NodeState.READY);
        });
    }

    /** Redis answers, and its pub/sub is broken for all: three verdicts, each of them right. */
    @Test
    void ofADeafFleetOneLeavesInHalfAMinuteAndTheLastStays() {
        three(60);
        processes.values().forEach(process -> process.hearing.fail());
        time.pass(Duration.ofSeconds(34));
        assertThat(left()).isOne();
        time.pass(Duration.ofSeconds(30));
        assertThat(left()).isEqualTo(2);
        time.pass(MINUTE.multipliedBy(10));
        assertThat(left()).isEqualTo(2);
        assertThat(processes.values().stream()
                        .filter(process -> process.registry.state() == NodeState.READY)
                        .toList())
                .singleElement()
                .satisfies(
                        last -> assertThat(last.verdicts).hasSizeGreaterThan(50).containsOnly(false));
    }

    @Test
    void aNodeThatHadToStayIsLoudOnceAndAgainWhenItHappensAgain() {
        Process a = process("a");
        time.pass(Duration.ofSeconds(5));
        List<String> alarms = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                if (line.getLevel().intValue() >= Level.SEVERE.intValue()) {
                    alarms.add(line.getMessage());
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger log = Logger.getLogger(OwnVerdict.class.getName());
        log.addHandler(handler);
        try {
            a.hearing.fail();
            time.pass(MINUTE);
            assertThat(alarms).singleElement().asString().startsWith("ALARM node");
            a.hearing.renew();
            time.pass(Duration.ofSeconds(1));
            a.hearing.fail();
            time.pass(MINUTE);
            assertThat(alarms).hasSize(2);
        } finally {
            log.removeHandler(handler);
        }
        assertThat(a.deaf).isZero();
    }

    @Test
    void aNodeThatHearsNothingInAnOutageIsNotDeaf() {
        Process a = process("a");
        process("b");
        time.pass(Duration.ofSeconds(5));
        board.away(true);
        a.hearing.fail();
        time.pass(MINUTE);
        board.away(false);
        time.pass(Duration.ofSeconds(4));
        assertThat(a.deaf).isZero();
        assertThat(a.verdicts).isEmpty();
    }

    @Test
    void aTurnThatThrowsAnErrorIsNotTheLast() {
        three(60);
        Process c = processes.get("c");
        c.beforeRow = () -> {
            throw new OutOfMemoryError("expected by this test");
        };
        time.pass(Duration.ofSeconds(10));
        assertThat(processes.get("a").dead).containsExactly(c.registry.me());
        assertThat(c.registry.sinceTurn())
                .as("it does nothing, and knows it")
                .isBetween(Duration.ofSeconds(9), Duration.ofSeconds(11));
        c.beforeRow = () -> {};
        time.pass(Duration.ofSeconds(1));
        assertThat(processes.get("a").registry.isAlive(c.registry.me())).isTrue();
        assertThat(c.registry.sinceTurn()).isLessThan(Duration.ofMillis(300));
        c.registry.leave();
        time.pass(MINUTE);
        assertThat(c.registry.sinceTurn()).as("its rounds have ended").isZero();
    }

    private int left() {
        return processes.values().stream().mapToInt(process -> process.deaf).sum();
    }

    private void three(long offset) {
        process("a");
        time.pass(Duration.ofMillis(offset));
        process("b");
        time.pass(Duration.ofMillis(offset / 2));
        process("c");
        time.pass(Duration.ofSeconds(10));
        assertThat(processes.values())
                .allSatisfy(process -> assertThat(process.registry.peers()).hasSize(2));
    }

    /** Lets time pass to just after the node's next beat, and tells when that was. */
    private long beat(String name) {
        NodeId node = new NodeId(name);
        long before = board.rows().get(node).beat();
        assertThat(time.passUntil(() -> board.rows().get(node).beat() != before, Duration.ofSeconds(1)))
                .isTrue();
        return time.now();
    }

    private Process process(String name) {
        Process process = new Process(name);
        processes.put(name, process);
        time.settle();
        return process;
    }
}
