package io.liaptui.ws.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.PfxOptions;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Redis behind TLS, as a cache on AWS is. */
class RedisUrlTest {
    private final RedisProcess redis = new RedisProcess();
    private PfxOptions certificate = new PfxOptions();
    private int port;

    @BeforeEach
    void tls(@TempDir Path folder) throws Exception {
        certificate = certificate(folder.resolve("localhost.p12"));
        NetServer server = redis.vertx()
                .createNetServer(new NetServerOptions().setSsl(true).setKeyCertOptions(certificate));
        port = await(server.connectHandler(this::passOn).listen(0, "127.0.0.1")).actualPort();
    }

    @AfterEach
    void stop() {
        redis.close();
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
        options.getNetClientOptions().setTrustOptions(certificate);
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

    /** By the JDK's own tool: Netty can make none on this JDK. */
    private static PfxOptions certificate(Path file) throws Exception {
        String password = "changeit";
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "localhost",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                password);
        Process keytool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor()).isZero();
        return new PfxOptions().setPath(file.toString()).setPassword(password);
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(String.valueOf(e.getMessage()), e);
        }
    }
}
