package io.liaptui.ws.departure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.liaptui.common.protocol.CloseCode;
import io.liaptui.ws.testkit.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Section 7.6: sockets are sent away, so many at once. */
class FarewellTest {
    private final VirtualTime time = new VirtualTime();
    private final ManualSockets sockets = new ManualSockets();
    private final AtomicBoolean othersReady = new AtomicBoolean(true);
    private final Farewell farewell = new Farewell(
            sockets,
            time,
            new Random(1),
            new Farewell.Pace(100, Duration.ofMillis(250), Duration.ofSeconds(5), Duration.ofSeconds(20)),
            othersReady::get);

    @Test
    void aHundredAreClosedEveryQuarterOfASecondAndEachOnce() {
        sockets.open(0, 250);
        CompletionStage<Void> done = farewell.everybody();
        assertThat(sockets.closed()).isEqualTo(100);
        time.pass(Duration.ofMillis(249));
        assertThat(sockets.closed()).isEqualTo(100);
        time.pass(Duration.ofMillis(251));
        assertThat(sockets.closed()).isEqualTo(250);
        assertThat(done.toCompletableFuture()).as("frames need time to go out").isNotDone();
        time.pass(Duration.ofMillis(250));
        assertThat(done.toCompletableFuture()).isCompleted();
        assertThat(sockets.all.values())
                .allSatisfy(one -> assertThat(one.closed).containsExactly(CloseCode.DRAIN));
    }

    @Test
    void aFewComeBackAtOnce() throws Exception {
        sockets.open(0, 100);
        farewell.everybody();
        assertThat(delays()).as("100 of 400 a second").hasSize(100).allMatch(delay -> delay <= 0.25);
        assertThat(Collections.max(delays())).isGreaterThan(0.2);
        assertThat(Collections.min(delays())).isLessThan(0.05);
    }

    @Test
    void manyComeBackSpreadOverFiveSeconds() throws Exception {
        sockets.open(0, 8_000);
        farewell.everybody();
        time.pass(Duration.ofSeconds(10));
        assertThat(delays()).hasSize(8_000).allMatch(delay -> delay <= 5);
        assertThat(Collections.max(delays())).isGreaterThan(4.9);
    }

    private List<Double> delays() throws Exception {
        List<Double> delays = new ArrayList<>();
        for (ManualSockets.One one : sockets.all.values()) {
            if (!one.said.isEmpty()) {
                JsonNode message = message(one);
                assertThat(message.path("event").asText()).isEqualTo("server_shutdown");
                assertThat(message.path("data").path("message").asText()).contains("another one");
                delays.add(message.path("data").path("reconnect_delay").asDouble(-1));
            }
        }
        return delays;
    }

    private static JsonNode message(ManualSockets.One one) throws Exception {
        return new ObjectMapper().readTree(one.said.getLast());
    }

    @Test
    void howeverManyThereAreTheyAreClosedWithinFiveSeconds() {
        sockets.open(0, 8_000);
        CompletionStage<Void> done = farewell.everybody();
        time.pass(Duration.ofMillis(4_900));
        assertThat(sockets.closed()).isEqualTo(8_000);
        time.pass(Duration.ofMillis(350));
        assertThat(done.toCompletableFuture()).isCompleted();
    }

    @Test
    void ourOwnClientIsToldToOpenAnotherAndLeavesThisOneItself() throws Exception {
        sockets.openModern(0, 150);
        CompletionStage<Void> done = farewell.everybody();
        time.pass(Duration.ofMillis(300));
        for (ManualSockets.One one : sockets.all.values()) {
            assertThat(one.said).hasSize(1);
            JsonNode data = message(one).path("data");
            assertThat(message(one).path("event").asText()).isEqualTo("server_shutdown");
            assertThat(data.path("open_another").asBoolean()).isTrue();
            assertThat(data.path("within").asDouble()).isEqualTo(20);
            assertThat(data.has("reconnect_delay")).isFalse();
            assertThat(one.closed).isEmpty();
        }
        List.copyOf(sockets.all.values()).subList(0, 149).forEach(ManualSockets.One::leave);
        time.pass(Duration.ofSeconds(15));
        assertThat(done.toCompletableFuture()).as("one has no successor yet").isNotDone();
        List.copyOf(sockets.all.values()).forEach(ManualSockets.One::leave);
        time.pass(Duration.ofMillis(250));
        assertThat(done.toCompletableFuture()).isCompleted();
    }

    @Test
    void whoOpensNoOtherOneIsClosedAfterTwentySeconds() throws Exception {
        sockets.openModern(1, 1);
        farewell.lobby();
        CompletionStage<Void> done = farewell.everybody();
        time.pass(Duration.ofMillis(19_700));
        assertThat(sockets.closed()).isZero();
        time.pass(Duration.ofMillis(800));
        assertThat(sockets.all.values()).allSatisfy(one -> {
            assertThat(one.closed).containsExactly(CloseCode.DRAIN);
            assertThat(one.said).as("to open another, then when to come back").hasSize(2);
            assertThat(message(one).path("data").has("reconnect_delay")).isTrue();
        });
        assertThat(done.toCompletableFuture()).isCompleted();
    }

    @Test
    void whereNoOtherNodeIsNobodyIsToldToGoThere() {
        othersReady.set(false);
        sockets.openModern(0, 10);
        farewell.everybody();
        assertThat(sockets.closed()).isEqualTo(10);
    }

    @Test
    void theLastOtherNodeGoesWhileSomeStillLookForIt() {
        sockets.openModern(0, 10);
        farewell.everybody();
        time.pass(Duration.ofSeconds(1));
        assertThat(sockets.closed()).isZero();
        othersReady.set(false);
        time.pass(Duration.ofMillis(250));
        assertThat(sockets.closed()).isEqualTo(10);
    }

    @Test
    void whileRoomsStillMoveOnlyOurOwnClientGoes() {
        sockets.open(0, 10);
        sockets.openModern(0, 10);
        farewell.early();
        farewell.early();
        time.pass(Duration.ofSeconds(1));
        assertThat(sockets.closed()).isZero();
        assertThat(sockets.all.values()).allSatisfy(one -> assertThat(one.said).hasSize(one.isModern() ? 1 : 0));
    }

    @Test
    void theLobbyGoesFirstAndTheRoomsLater() {
        sockets.open(30, 30);
        CompletionStage<Void> lobby = farewell.lobby();
        time.pass(Duration.ofSeconds(1));
        assertThat(lobby.toCompletableFuture()).isCompleted();
        assertThat(sockets.closed()).isEqualTo(30);
        assertThat(sockets.all.values())
                .allSatisfy(one -> assertThat(one.closed.isEmpty()).isEqualTo(!one.isLobby()));
        CompletionStage<Void> all = farewell.everybody();
        time.pass(Duration.ofSeconds(1));
        assertThat(all.toCompletableFuture()).isCompleted();
        assertThat(sockets.all.values())
                .allSatisfy(one -> assertThat(one.closed).hasSize(1));
    }

    @Test
    void nobodyThereIsNoReasonToWait() {
        assertThat(farewell.everybody().toCompletableFuture()).isCompleted();
    }
}
