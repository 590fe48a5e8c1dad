package io.liaptui.api.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import redis.embedded.RedisServer;

/**
 * A real Redis for the application under test, at the end of a {@link Line}; tests get it as {@link RedisSwitch}. Beside
 * it an empty folder as archive.
 */
public final class EmbeddedRedis implements QuarkusTestResourceLifecycleManager, RedisSwitch {
    /** What operators show. */
    public static final String TOKEN = "0123456789abcdef0123456789abcdef";

    /** The function has the rights that Terraform gives it and no more, so that they are known to be enough. */
    private static final String USER = "function";

    private static final Path RIGHTS = Path.of("../terraform/modules/cache/users.tf");
    private static final Pattern FUNCTION = Pattern.compile(
            "resource \"aws_elasticache_user\" \"function\" \\{.*?access_string\\s*=\\s*\"on ([^\"]+)\"",
            Pattern.DOTALL);

    private @Nullable RedisServer server;
    private @Nullable Line line;
    private int port;
    private int linePort;
    private String token = TOKEN;

    /** Another {@code token} of the operators. */
    @Override
    public void init(Map<String, String> arguments) {
        token = arguments.getOrDefault("token", TOKEN);
    }

    @Override
    public Map<String, String> start() {
        port = freePort();
        linePort = freePort();
        on();
        return Map.of(
                "quarkus.redis.hosts",
                "redis://" + USER + ":" + USER + "@127.0.0.1:" + linePort,
                "liap.archive",
                folder(),
                "liap.admin.token",
                token,
                "liap.admin.patience",
                "300ms",
                "liap.admin.look",
                "20ms");
    }

    @Override
    public void stop() {
        off();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(RedisSwitch.class));
    }

    @Override
    public void on() {
        try {
            server = RedisServer.newRedisServer()
                    .port(port)
                    .bind("127.0.0.1")
                    .setting("save \"\"")
                    .setting("user " + USER + " on >" + USER + " " + rights())
                    .build();
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        line = new Line(linePort, port);
    }

    @Override
    public void off() {
        if (server == null || line == null) {
            return;
        }
        line.close();
        try {
            server.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server = null;
    }

    @Override
    public void silence() {
        Objects.requireNonNull(line).silence();
    }

    @Override
    public int port() {
        return port;
    }

    /** In the build's own folder, so that nothing stays behind. */
    private static String folder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "archive")
                    .toAbsolutePath()
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String rights() {
        try {
            Matcher found = FUNCTION.matcher(Files.readString(RIGHTS));
            if (!found.find()) {
                throw new IllegalStateException("no rights of the function in " + RIGHTS);
            }
            return found.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
