package io.liaptui.ws.relay;

import static io.liaptui.ws.redis.Eventually.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.RedisKeys;
import io.liaptui.ws.redis.RedisProcess;
import io.liaptui.ws.redis.RedisSettings;
import io.liaptui.ws.relay.RelayMessage.Answer;
import io.liaptui.ws.relay.RelayMessage.Envelope;
import io.vertx.redis.client.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Relays on a real server; echoes ten times faster than in production. */
class RedisRelayTest {
    private static final RoomId ROOM = new RoomId("AB12CD");
    private static final NodeId A = new NodeId("a-000000000001");
    private static final NodeId B = new NodeId("b-000000000002");

    private final RedisProcess redis = new RedisProcess();
    private final List<RedisRelay> open = new ArrayList<>();
    private final Queue<Envelope> heardByB = new ConcurrentLinkedQueue<>();

    @AfterEach
    void stop() {
        open.forEach(RedisRelay::close);
        redis.close();
    }

    @Test
    void messagesArriveOnceAndInOrder() {
        // Echoes that come late on a busy machine must not renew the subscription here
        RedisRelay a = relay(A, "liap.relay.echo", "10s");
        RedisRelay b = listening(B, "liap.relay.echo", "10s");
        until("b listens", b::isHeard);
        int count = 20_000;
        for (long i = 1; i <= count; i++) {
            a.send(B, numbered(i));
        }
        until("all arrived", () -> heardByB.size() >= count);
        assertThat(heardByB.stream().map(RedisRelayTest::number))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, count).boxed().toList());
        assertThat(heardByB).allSatisfy(each -> assertThat(each.from()).isEqualTo(A));
        assertThat(a.dropped() + b.dropped()).isZero();
    }

    @Test
    void manyMessagesShareAnEnvelope() {
        RedisRelay a = relay(A);
        listening(B);
        long before = published();
        for (long i = 1; i <= 1_000; i++) {
            a.send(B, numbered(i));
        }
        until("all arrived", () -> heardByB.size() >= 1_000);
        assertThat(published() - before).isLessThan(200);
    }

    @Test
    void whatANodeSendsItselfComesInOrderAndNotInItsOwnStack() {
        RedisRelay a = relay(A, "liap.relay.echo", "1h");
        List<Long> heard = new ArrayList<>();
        Queue<String> wrong = new ConcurrentLinkedQueue<>();
        ThreadLocal<Boolean> sending = ThreadLocal.withInitial(() -> false);
        Queue<Long> done = new ConcurrentLinkedQueue<>();
        a.listen(envelope -> {
            if (sending.get()) {
                wrong.add("called within send");
            }
            long number = number(envelope);
            heard.add(number);
            if (number < 1_000) {
                sending.set(true);
                a.send(A, numbered(number + 1));
                sending.set(false);
            } else {
                done.add(number);
            }
        });
        redis.stop();
        a.send(A, numbered(1));
        until("the last came", () -> !done.isEmpty());
        redis.startEmpty();
        assertThat(wrong).isEmpty();
        assertThat(heard)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 1_000).boxed().toList());
    }

    @Test
    void aMessageForAPeerThatSubscribesLaterIsKeptForAWhile() {
        RedisRelay a = relay(A);
        a.send(B, numbered(1));
        a.send(B, numbered(2));
        until("published to nobody", () -> published() >= 1);
        listening(B);
        until("both came", () -> heardByB.size() == 2);
        assertThat(heardByB.stream().map(RedisRelayTest::number)).containsExactly(1L, 2L);
    }

    @Test
    void whatNobodyListensForIsDroppedAndCounted() {
        RedisRelay a = relay(A, "liap.relay.repeat-after", "10ms", "liap.relay.repeat-for", "50ms");
        a.send(B, numbered(1));
        until("dropped", () -> a.dropped() == 1);
        listening(B);
        a.send(B, numbered(2));
        until("the next came", () -> !heardByB.isEmpty());
        assertThat(heardByB.stream().map(RedisRelayTest::number)).containsExactly(2L);
    }

    @Test
    void aKilledSubscriptionIsMadeAnew() {
        RedisRelay a = relay(A);
        RedisRelay b = listening(B);
        until("b hears itself", b::isHeard);
        for (int i = 1; i <= 3; i++) {
            int number = i;
            redis.run(Command.CLIENT, "KILL", "TYPE", "pubsub");
            a.send(B, numbered(number));
            until("came after kill " + i, () -> heardByB.size() >= number);
        }
        until("b hears itself again", b::isHeard);
    }

    @Test
    void aServerThatRestartsIsSubscribedToAgain() {
        RedisRelay a = relay(A);
        RedisRelay b = listening(B);
        until("b hears itself", b::isHeard);
        redis.stop();
        until("b notices", () -> !b.isHeard());
        redis.startEmpty();
        until("b hears itself again", b::isHeard);
        a.send(B, numbered(7));
        until("came", () -> !heardByB.isEmpty());
    }

    @Test
    void aFrozenServerMakesTheNodeDeafUntilItThaws() {
        RedisRelay b = listening(B);
        until("b hears itself", b::isHeard);
        redis.freeze();
        until("b notices", () -> !b.isHeard());
        redis.thaw();
        until("b hears itself again", b::isHeard);
    }

    @Test
    void aForeignEchoOrNonsenseDoesNoHarm() {
        RedisRelay b = listening(B);
        until("b hears itself", b::isHeard);
        redis.run(Command.PUBLISH, RedisKeys.channel(B), "not an envelope");
        until("counted", () -> b.dropped() == 1);
        relay(A).send(B, numbered(1));
        until("came", () -> heardByB.size() == 1);
    }

    private RedisRelay listening(NodeId node, String... changes) {
        RedisRelay relay = relay(node, changes);
        relay.listen(heardByB::add);
        return relay;
    }

    private RedisRelay relay(NodeId node, String... changes) {
        List<String> all = new ArrayList<>(List.of("liap.relay.echo", "50ms"));
        all.addAll(List.of(changes));
        RedisRelay relay = new RedisRelay(
                redis.vertx(),
                redis.options(),
                RedisProcess.settings(RedisSettings.class, "liap.redis.deadline", "300ms"),
                RedisProcess.settings(RelaySettings.class, all.toArray(String[]::new)),
                node);
        open.add(relay);
        relay.start();
        return relay;
    }

    /** Calls of PUBLISH since the server started. */
    private long published() {
        return redis.run(Command.INFO, "commandstats")
                .toString()
                .lines()
                .filter(each -> each.startsWith("cmdstat_publish:calls="))
                .map(each -> Long.parseLong(each.substring(each.indexOf('=') + 1, each.indexOf(','))))
                .findFirst()
                .orElse(0L);
    }

    private static RelayMessage numbered(long number) {
        return new Answer(ROOM, "s1", number, List.of("{\"event\":\"é\"}"));
    }

    private static long number(Envelope envelope) {
        return ((Answer) envelope.message()).number();
    }
}
