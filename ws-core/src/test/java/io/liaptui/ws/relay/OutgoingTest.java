package io.liaptui.ws.relay;

import static io.liaptui.ws.redis.Eventually.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.ws.redis.RedisProcess;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The queue of one peer, with every answer of Redis in the test's hand. */
class OutgoingTest {
    private record Sent(List<byte[]> batch, Promise<Integer> answer) {}

    private final Vertx vertx = Vertx.vertx();
    private final List<Sent> sent = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger givenUp = new AtomicInteger();

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void oneEnvelopeIsOnItsWayAndTheRestGathersForTheNext() {
        // Full with two: how many more the clock would let in is not for a test to say
        Outgoing queue = queue("liap.relay.batch-delay", "1h", "liap.relay.batch-bytes", "20");
        queue.offer(message(1));
        queue.offer(message(2));
        until("the first went", () -> sent.size() == 1);
        assertThat(sent.getFirst().batch()).hasSize(2);

        queue.offer(message(3));
        queue.offer(message(4));
        assertThat(sent).hasSize(1);
        sent.getFirst().answer().complete(1);
        until("the second went", () -> sent.size() == 2);
        assertThat(sent.getLast().batch()).extracting(bytes -> bytes[0]).containsExactly((byte) 3, (byte) 4);
    }

    @Test
    void aFullEnvelopeDoesNotWait() {
        Outgoing queue = queue("liap.relay.batch-delay", "1h", "liap.relay.batch-bytes", "30");
        queue.offer(message(1));
        queue.offer(message(2));
        assertThat(sent).isEmpty();
        queue.offer(message(3));
        assertThat(sent).hasSize(1);
        assertThat(sent.getFirst().batch()).hasSize(3);
    }

    @Test
    void anEnvelopeHoldsNoMoreThanItsBytes() {
        Outgoing queue = queue("liap.relay.batch-bytes", "30");
        queue.offer(new byte[100]);
        for (int i = 1; i <= 4; i++) {
            queue.offer(message(i));
        }
        assertThat(sent.getFirst().batch()).hasSize(1);
        sent.getFirst().answer().complete(1);
        until("the next went", () -> sent.size() == 2);
        assertThat(sent.getLast().batch()).hasSize(3);
    }

    @Test
    void anEnvelopeThatReachedNobodyIsRepeatedBeforeAnyOther() {
        Outgoing queue = queue("liap.relay.repeat-after", "5ms");
        queue.offer(message(1));
        until("went", () -> sent.size() == 1);
        queue.offer(message(2));
        sent.getFirst().answer().complete(0);
        until("repeated", () -> sent.size() == 2);
        assertThat(sent.getLast().batch()).isEqualTo(sent.getFirst().batch());
        sent.getLast().answer().fail("no answer");
        until("repeated again", () -> sent.size() == 3);
        assertThat(sent.getLast().batch()).isEqualTo(sent.getFirst().batch());
        sent.getLast().answer().complete(1);
        until("the other went", () -> sent.size() == 4);
        assertThat(sent.getLast().batch().getFirst()[0]).isEqualTo((byte) 2);
        assertThat(queue.dropped()).isZero();
    }

    @Test
    void whatWaitsTooLongIsDroppedWithAllBehindIt() {
        Outgoing queue = queue("liap.relay.repeat-for", "0s");
        queue.offer(message(1));
        until("went", () -> sent.size() == 1);
        queue.offer(message(2));
        sent.getFirst().answer().complete(0);
        until("given up", () -> givenUp.get() == 1);
        assertThat(queue.dropped()).isEqualTo(2);
        queue.offer(message(3));
        until("a new begin", () -> sent.size() == 2);
    }

    @Test
    void aFullQueueDropsWhatComesMore() {
        Outgoing queue = queue("liap.relay.queue-bytes", "25");
        queue.offer(message(1));
        until("went", () -> sent.size() == 1);
        queue.offer(message(2));
        queue.offer(message(3));
        assertThat(queue.dropped()).isEqualTo(1);
        sent.getFirst().answer().complete(1);
        until("the second went", () -> sent.size() == 2);
        assertThat(sent.getLast().batch()).hasSize(1);
        queue.offer(message(4));
        assertThat(queue.dropped()).as("there is room again").isEqualTo(1);
    }

    private Outgoing queue(String... changes) {
        RelaySettings settings = RedisProcess.settings(RelaySettings.class, changes);
        return new Outgoing(vertx, settings, this::publish, givenUp::incrementAndGet);
    }

    private Future<Integer> publish(List<byte[]> batch) {
        Promise<Integer> answer = Promise.promise();
        sent.add(new Sent(batch, answer));
        return answer.future();
    }

    private static byte[] message(int number) {
        byte[] message = new byte[10];
        message[0] = (byte) number;
        return message;
    }
}
