package io.liaptui.ws.redis;

import static io.liaptui.ws.redis.Eventually.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedisLineTest {
    private final RedisProcess redis = new RedisProcess();
    private final RedisLine line = new RedisLine(
            redis.vertx(),
            redis.options(),
            RedisProcess.settings(RedisSettings.class, "liap.redis.deadline", "200ms", "liap.redis.in-flight", "4"),
            "test line");

    @AfterEach
    void stop() {
        line.close();
        redis.close();
    }

    @Test
    void callsOfOneThreadAreCarriedOutInOrder() {
        List<Future<Response>> answers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            answers.add(line.send(Request.cmd(Command.RPUSH).arg("list").arg(i)));
        }
        answers.forEach(RedisLineTest::await);
        assertThat(redis.run(Command.LRANGE, "list", 0, -1).stream().map(Response::toInteger))
                .containsExactly(0, 1, 2, 3);
    }

    @Test
    void moreCallsThanMayWaitFailAtOnceAndUnsent() {
        await(ping());
        redis.freeze();
        List<Future<Response>> waiting = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            waiting.add(line.send(Request.cmd(Command.INCR).arg("count")));
        }
        Future<Response> tooMany = line.send(Request.cmd(Command.INCR).arg("count"));
        assertThat(tooMany.failed()).isTrue();
        assertThat(tooMany.cause()).isInstanceOf(NoAnswer.class).hasMessageContaining("more than 4");
        redis.thaw();
        waiting.forEach(RedisLineTest::await);
        assertThat(redis.run(Command.GET, "count").toInteger()).isEqualTo(4);
    }

    @Test
    void twoTimeOutsReplaceTheConnection() {
        AtomicInteger losses = new AtomicInteger();
        line.onLoss(losses::incrementAndGet);
        long first = id();
        redis.freeze();
        assertNoAnswer(ping());
        assertNoAnswer(ping());
        redis.thaw();
        until("answered again", () -> succeeds(ping()));
        assertThat(id()).isNotEqualTo(first);
        assertThat(losses).hasValue(1);
    }

    @Test
    void aConnectionThatBreaksIsReplacedAndItsCallsEnd() {
        await(ping());
        AtomicInteger losses = new AtomicInteger();
        line.onLoss(losses::incrementAndGet);
        redis.run(Command.CLIENT, "KILL", "ID", id());
        until("answered again", () -> succeeds(ping()));
        assertThat(losses).hasValue(1);
    }

    @Test
    void anErrorOfTheCallItselfIsARefusal() {
        redis.run(Command.SET, "text", "x");
        assertThatThrownBy(() -> await(line.send(Request.cmd(Command.INCR).arg("text"))))
                .hasCauseInstanceOf(RedisRefusal.class)
                .hasMessageContaining("not an integer");
    }

    @Test
    void aClosedLineSaysSo() {
        await(ping());
        line.close();
        assertNoAnswer(ping());
    }

    private Future<Response> ping() {
        return line.send(Request.cmd(Command.PING));
    }

    private long id() {
        return await(line.send(Request.cmd(Command.CLIENT).arg("ID"))).toLong();
    }

    private static boolean succeeds(Future<Response> answer) {
        try {
            await(answer);
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private static void assertNoAnswer(Future<Response> answer) {
        assertThatThrownBy(() -> await(answer)).hasCauseInstanceOf(NoAnswer.class);
    }

    private static Response await(Future<Response> answer) {
        try {
            return answer.toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        } catch (Exception e) {
            throw new AssertionError("a call without end", e);
        }
    }
}
