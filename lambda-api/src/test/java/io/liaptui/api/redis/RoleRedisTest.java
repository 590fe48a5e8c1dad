package io.liaptui.api.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.embedded.RedisServer;

/** Against a real Redis that takes nobody without a password. */
class RoleRedisTest {
    /** As long and as odd as the signed requests that a cache takes for a password. */
    private static final String FIRST =
            "cache/?Action=connect&User=u&X-Amz-Credential=A%2Fb%2Bc&X-Amz-Signature=" + "0a".repeat(600);

    private static final String SECOND = FIRST.replace("0a", "1b");

    private static final Vertx VERTX = Vertx.vertx();
    private static RedisServer server;
    private static int port;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.ofEpochSecond(1_000_000));
    private final AtomicInteger asked = new AtomicInteger();
    private String password = FIRST;

    @BeforeAll
    static void start() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        server = RedisServer.newRedisServer()
                .port(port)
                .bind("127.0.0.1")
                .setting("save \"\"")
                .setting("requirepass top")
                .build();
        server.start();
    }

    @AfterAll
    static void stop() throws Exception {
        VERTX.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
        server.stop();
    }

    @BeforeEach
    void onlyTheFirstPasswordIsGood() {
        admin("resetpass", ">" + FIRST);
    }

    @Test
    void logsInWithUserAndPassword() {
        assertThat(who(client())).isEqualTo("u");
    }

    @Test
    void keepsItsClientWhileThePasswordIsYoung() {
        RoleRedis client = client();
        who(client);
        now.set(now.get().plus(Duration.ofMinutes(9)));
        who(client);
        assertThat(asked).hasValue(1);
    }

    @Test
    void logsInAnewBeforeThePasswordIsTooOld() {
        RoleRedis client = client();
        who(client);
        password = SECOND;
        admin("resetpass", ">" + SECOND);
        now.set(now.get().plus(Duration.ofMinutes(11)));
        assertThat(who(client)).isEqualTo("u");
        assertThat(asked).hasValue(2);
    }

    @Test
    void aWrongPasswordIsAnErrorAndTheNextOneIsTried() {
        password = "wrong";
        RoleRedis client = client();
        assertThatThrownBy(() -> who(client)).hasMessageContaining("WRONGPASS");
    }

    @Test
    void whereThereIsNoPasswordTheNextRequestAsksAgain() {
        AtomicInteger tries = new AtomicInteger();
        RoleRedis client = new RoleRedis(
                VERTX,
                "redis://127.0.0.1:" + port,
                "u",
                () -> {
                    if (tries.incrementAndGet() == 1) {
                        throw new IllegalStateException("no role yet");
                    }
                    return FIRST;
                },
                now::get);
        assertThatThrownBy(() -> who(client)).hasMessageContaining("no role yet");
        assertThat(who(client)).isEqualTo("u");
    }

    private RoleRedis client() {
        InstantSource clock = now::get;
        return new RoleRedis(
                VERTX,
                "redis://127.0.0.1:" + port,
                "u",
                () -> {
                    asked.incrementAndGet();
                    return password;
                },
                clock);
    }

    private static String who(Redis client) {
        return await(client.batch(List.of(Request.cmd(Command.ACL).arg("WHOAMI"))))
                .getFirst()
                .toString();
    }

    private static void admin(String... rights) {
        Request user = Request.cmd(Command.ACL)
                .arg("SETUSER")
                .arg("u")
                .arg("on")
                .arg("~*")
                .arg("+@all");
        for (String right : rights) {
            user.arg(right);
        }
        Redis top = Redis.createClient(VERTX, "redis://:top@127.0.0.1:" + port);
        await(top.send(user));
        top.close();
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }
}
