package io.liaptui.ws.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SelfSignedCertificate;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real Redis behind TLS, as a cache on AWS is. */
class RedisUrlTest {
    private final RedisProcess redis = new RedisProcess();
    private final SelfSignedCertificate certificate = SelfSignedCertificate.create("localhost");
    private int port;

    @BeforeEach
    void tls() {
        NetServer server = redis.vertx()
                .createNetServer(new NetServerOptions().setSsl(true).setKeyCertOptions(certificate.keyCertOptions()));
        port = await(server.connectHandler(this::passOn).listen(0, "127.0.0.1")).actualPort();
    }

    @AfterEach
    void stop() {
        redis.close();
        certificate.delete();
    }

    @Test
    void aUrlWithUserAndPasswordConnectsOverTls() {
        assertThat(ping("rediss://node:node@localhost:" + port)).isEqualTo("PONG");
    }

    @Test
    void aServerThatIsNotTheOneOfTheUrlIsRefused() {
        assertThatThrownBy(() -> ping("rediss://node:node@127.0.0.1:" + port)).hasMessageContaining("127.0.0.1");
    }

    @Test
    void withoutTlsItConnectsAsBefore() {
        assertThat(ping(redis.options().getEndpoint())).isEqualTo("PONG");
    }

    private String ping(String url) {
        RedisOptions options = RedisUrl.options(url);
        options.getNetClientOptions().setTrustOptions(certificate.trustOptions());
        Redis client = Redis.createClient(redis.vertx(), options);
        try {
            return String.valueOf(await(client.send(Request.cmd(Command.PING))));
        } finally {
            client.close();
        }
    }

    private void passOn(NetSocket outside) {
        outside.pause();
        int inner = URI.create(redis.options().getEndpoint()).getPort();
        redis.vertx().createNetClient().connect(inner, "127.0.0.1").onSuccess(inside -> {
            inside.pipeTo(outside);
            outside.pipeTo(inside);
        });
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(String.valueOf(e.getMessage()), e);
        }
    }
}
