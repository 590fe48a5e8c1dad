package io.liaptui.ws.departure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.liaptui.common.protocol.CloseCode;
import io.liaptui.ws.testkit.VirtualTime;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Section 7.6: sockets are sent away, so many at once. */
class FarewellTest {
    private final VirtualTime time = new VirtualTime();
    private final ManualSockets sockets = new ManualSockets();
    private final Farewell farewell = new Farewell(
            sockets, time, new Random(1), new Farewell.Pace(100, Duration.ofMillis(250), Duration.ofSeconds(5)));

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
    void eachIsToldWhenToComeBackSpreadOverFiveSeconds() throws Exception {
        sockets.open(0, 100);
        farewell.everybody();
        double least = 5;
        double most = 0;
        for (ManualSockets.One one : sockets.all.values()) {
            assertThat(one.said).hasSize(1);
            JsonNode message = new ObjectMapper().readTree(one.said.getFirst());
            assertThat(message.path("event").asText()).isEqualTo("server_shutdown");
            double delay = message.path("data").path("reconnect_delay").asDouble(-1);
            assertThat(delay).isBetween(0.0, 5.0);
            least = Math.min(least, delay);
            most = Math.max(most, delay);
        }
        assertThat(least).isLessThan(0.5);
        assertThat(most).isGreaterThan(4.5);
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
