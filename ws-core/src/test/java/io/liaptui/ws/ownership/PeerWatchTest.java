package io.liaptui.ws.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.redis.NodeRow;
import io.liaptui.ws.redis.RedisProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** docs/ownership.md 3, with the clock in the test's hand. */
class PeerWatchTest {
    private static final NodeId ME = new NodeId("me-1");
    private static final NodeId PEER = new NodeId("peer-1");
    private static final NodeId STRANGER = new NodeId("stranger-1");

    private final PeerWatch watch = new PeerWatch(ME, RedisProcess.settings(NodeSettings.class));
    private final Map<NodeId, NodeRow> rows = new HashMap<>();
    private final List<NodeId> died = new ArrayList<>();
    private final Map<NodeId, Integer> subscribers = new HashMap<>();
    private Duration subscribedFor = Duration.ofMinutes(1);
    private long now = -10_000; // a monotonic clock may begin anywhere
    private long beat;

    @Test
    void aPeerWhoseBeatStandsStillForEightGoodRoundsIsDead() {
        peerBeats();
        goodRounds(20, this::peerBeats);
        assertThat(watch.isAlive(PEER, now)).isTrue();

        goodRounds(7, () -> {});
        assertThat(watch.isAlive(PEER, now)).isTrue();
        assertThat(died).isEmpty();
        goodRounds(1, () -> {});
        assertThat(watch.isAlive(PEER, now)).isFalse();
        assertThat(died).containsExactly(PEER);

        goodRounds(20, () -> {});
        assertThat(died).as("told once").containsExactly(PEER);
    }

    @Test
    void aPeerThatBeatsAgainLives() {
        peerBeats();
        goodRounds(12, () -> {});
        assertThat(watch.isAlive(PEER, now)).isFalse();
        goodRounds(1, this::peerBeats);
        assertThat(watch.isAlive(PEER, now)).isTrue();
        goodRounds(8, () -> {});
        assertThat(died).containsExactly(PEER, PEER);
    }

    @Test
    void anUnknownOwnerIsDeadAfterAsManyRounds() {
        goodRounds(7, () -> {});
        assertThat(watch.isAlive(STRANGER, now)).isTrue();
        goodRounds(1, () -> {});
        assertThat(watch.isAlive(STRANGER, now)).isFalse();
        assertThat(watch.isAlive(ME, now)).isTrue();
    }

    @Test
    void aPeerWhoseRowWasLostIsJudgedByTheSameCount() {
        goodRounds(10, this::peerBeats);
        rows.remove(PEER);
        goodRounds(7, () -> {});
        assertThat(watch.isAlive(PEER, now)).isTrue();
        goodRounds(1, () -> {});
        assertThat(watch.isAlive(PEER, now)).isFalse();
        assertThat(died).containsExactly(PEER);
    }

    @Test
    void aRoundAnsweredLateSetsAllCountsToZero() {
        peerBeats();
        goodRounds(7, () -> {});
        round(250, 501);
        assertThat(watch.goodRounds(now)).isZero();
        goodRounds(7, () -> {});
        assertThat(watch.isAlive(PEER, now)).isTrue();
        goodRounds(1, () -> {});
        assertThat(watch.isAlive(PEER, now)).isFalse();
    }

    @Test
    void aRoundAnsweredJustInTimeIsGood() {
        round(250, 500);
        round(600, 500);
        assertThat(watch.goodRounds(now)).isEqualTo(2);
    }

    @Test
    void aRoundThatBeginsLateIsBadHoweverFastItsAnswer() {
        goodRounds(5, this::peerBeats);
        round(601, 1);
        assertThat(watch.goodRounds(now)).isZero();
    }

    @Test
    void aFailedOrUnansweredRoundSetsAllCountsToZero() {
        goodRounds(5, this::peerBeats);
        pass(250);
        watch.begin(now);
        watch.failed();
        assertThat(watch.goodRounds(now)).isZero();

        goodRounds(5, this::peerBeats);
        pass(250);
        watch.begin(now);
        pass(250);
        watch.begin(now);
        assertThat(watch.goodRounds(now)).isZero();
    }

    @Test
    void aDeadPeerIsNotJudgedDuringAnOutageAndIsToldAgainAfterIt() {
        peerBeats();
        goodRounds(9, () -> {});
        assertThat(watch.isAlive(PEER, now)).isFalse();
        pass(250);
        watch.begin(now);
        watch.failed();
        assertThat(watch.isAlive(PEER, now)).isTrue();
        goodRounds(8, () -> {});
        assertThat(died).containsExactly(PEER, PEER);
    }

    @Test
    void aProcessThatWakesJudgesNobody() {
        peerBeats();
        goodRounds(12, () -> {});
        assertThat(watch.isAlive(PEER, now)).isFalse();
        pass(10_000);
        assertThat(watch.goodRounds(now)).isZero();
        assertThat(watch.isAlive(PEER, now)).isTrue();
    }

    @Test
    void aRowThatSaysGoneIsBelievedOnceIMayJudge() {
        rows.put(PEER, row(1, NodeState.GONE));
        goodRounds(7, () -> {});
        assertThat(watch.isAlive(PEER, now)).isTrue();
        goodRounds(1, () -> {});
        assertThat(watch.isAlive(PEER, now)).isFalse();
        rows.put(STRANGER, row(1, NodeState.GONE));
        goodRounds(1, () -> {});
        assertThat(died).containsExactly(PEER, STRANGER);
    }

    @Test
    void readyPeersAreThoseWhoseBeatMoves() {
        rows.put(ME, row(1, NodeState.READY));
        rows.put(STRANGER, row(7, NodeState.READY));
        goodRounds(1, this::peerBeats);
        assertThat(watch.ready()).as("nobody's beat has moved yet").isEmpty();
        goodRounds(2, this::peerBeats);
        assertThat(watch.ready()).containsExactly(PEER);

        rows.put(PEER, row(++beat, NodeState.DRAINING));
        goodRounds(1, () -> {});
        assertThat(watch.ready()).isEmpty();
    }

    @Test
    void aPeerThatStandsStillAndHasNoSubscriberIsDeadAfterTwoRounds() {
        goodRounds(10, this::peerBeats);
        subscribers.put(PEER, 0);
        goodRounds(1, () -> {});
        assertThat(watch.isAlive(PEER, now)).isTrue();
        goodRounds(1, () -> {});
        assertThat(watch.isAlive(PEER, now)).isFalse();
        assertThat(died).containsExactly(PEER);
    }

    @Test
    void noSubscriberAloneMeansNothing() {
        subscribers.put(PEER, 0);
        goodRounds(40, this::peerBeats);
        assertThat(watch.isAlive(PEER, now)).isTrue();
        assertThat(watch.ready()).containsExactly(PEER);
    }

    @Test
    void aPeerThatStandsStillButListensIsJudgedByTheLongCount() {
        goodRounds(10, this::peerBeats);
        subscribers.put(PEER, 1);
        goodRounds(7, () -> {});
        assertThat(watch.isAlive(PEER, now)).isTrue();
        goodRounds(1, () -> {});
        assertThat(watch.isAlive(PEER, now)).isFalse();
    }

    @Test
    void bothMustHoldInTheSameTwoRounds() {
        goodRounds(10, this::peerBeats);
        subscribers.put(PEER, 0);
        goodRounds(1, () -> {});
        subscribers.put(PEER, 1);
        goodRounds(1, () -> {});
        subscribers.put(PEER, 0);
        goodRounds(1, () -> {});
        assertThat(watch.isAlive(PEER, now)).isTrue();
        goodRounds(1, () -> {});
        assertThat(watch.isAlive(PEER, now)).isFalse();
    }

    @Test
    void aPeerThatWasNotCountedIsNotSilent() {
        goodRounds(10, this::peerBeats);
        goodRounds(7, () -> {});
        assertThat(watch.isAlive(PEER, now)).isTrue();
    }

    @Test
    void aYoungSubscriptionOfMineSaysNothingAboutOthers() {
        goodRounds(10, this::peerBeats);
        subscribers.put(PEER, 0);
        subscribedFor = Duration.ofMillis(1_999);
        goodRounds(7, () -> {});
        assertThat(watch.isAlive(PEER, now)).isTrue();
        goodRounds(1, () -> {});
        assertThat(watch.isAlive(PEER, now))
                .as("the long count holds all the same")
                .isFalse();
    }

    @Test
    void inClusterModeCountsOfSubscribersAreNotBelieved() {
        PeerWatch clustered =
                new PeerWatch(ME, RedisProcess.settings(NodeSettings.class, "liap.nodes.gone-by-subscribers", "false"));
        peerBeats();
        for (int i = 0; i < 8; i++) {
            assertThat(clustered.isAlive(PEER, now)).isTrue();
            now += 250;
            clustered.begin(now);
            clustered.answered(now, new NodeBoard.Sight(1, rows, Map.of(PEER, 0)), subscribedFor);
        }
        assertThat(clustered.isAlive(PEER, now)).isFalse();
    }

    @Test
    void aKilledPeerIsNotJudgedBeforeEightGoodRounds() {
        subscribers.put(PEER, 0);
        peerBeats();
        goodRounds(3, () -> {});
        round(250, 501);
        goodRounds(7, () -> {});
        assertThat(watch.isAlive(PEER, now)).isTrue();
        goodRounds(1, () -> {});
        assertThat(died).containsExactly(PEER);
    }

    @Test
    void aDrainingPeerLivesButIsNotReady() {
        goodRounds(3, this::peerBeats);
        goodRounds(20, () -> rows.put(PEER, row(++beat, NodeState.DRAINING)));
        assertThat(watch.isAlive(PEER, now)).isTrue();
        assertThat(watch.alive()).containsOnlyKeys(PEER);
        assertThat(watch.ready()).isEmpty();
    }

    @Test
    void aStartingPeerIsNotReady() {
        goodRounds(3, () -> rows.put(PEER, row(++beat, NodeState.STARTING)));
        assertThat(watch.alive()).containsOnlyKeys(PEER);
        assertThat(watch.ready()).isEmpty();
    }

    private void peerBeats() {
        rows.put(PEER, row(++beat, NodeState.READY));
    }

    private void goodRounds(int count, Runnable before) {
        for (int i = 0; i < count; i++) {
            before.run();
            round(250, 5);
        }
    }

    private void round(long afterMillis, long answerMillis) {
        pass(afterMillis - Math.min(afterMillis, sinceBegin));
        sinceBegin = 0;
        watch.begin(now);
        pass(answerMillis);
        died.addAll(watch.answered(now, new NodeBoard.Sight(1, rows, subscribers), subscribedFor));
    }

    private long sinceBegin;

    private void pass(long millis) {
        sinceBegin += millis;
        now += millis;
    }

    private static NodeRow row(long beat, NodeState state) {
        return new NodeRow(beat, state.text(), 1, "test", 1, 1, 0, 100, "here");
    }
}
