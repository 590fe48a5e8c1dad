package io.liaptui.common.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.liaptui.common.aws.Credentials;
import io.liaptui.common.aws.RoleCredentials;
import io.liaptui.common.aws.Signer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bucket that checks each signature as S3 does, keeps objects, and lists two at a time. */
class S3StoreTest extends ArchiveStoreContract {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final int PAGE = 2;

    private final ExecutorService worker = Executors.newFixedThreadPool(4);
    private final NavigableMap<String, byte[]> objects = new ConcurrentSkipListMap<>();
    private HttpServer bucket;
    private String secret = "right";

    @BeforeEach
    void start() throws IOException {
        bucket = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        bucket.setExecutor(worker);
        bucket.createContext("/", this::answer);
        bucket.start();
    }

    @AfterEach
    void stop() {
        bucket.stop(0);
        worker.shutdown();
    }

    @Override
    ArchiveStore store() {
        RoleCredentials role = new RoleCredentials(
                Map.of("AWS_ACCESS_KEY_ID", "ID", "AWS_SECRET_ACCESS_KEY", secret, "AWS_SESSION_TOKEN", "token"),
                InstantSource.fixed(NOW));
        URI address = URI.create("http://127.0.0.1:" + bucket.getAddress().getPort());
        return new S3Store(address, "eu-west-1", role, InstantSource.fixed(NOW), worker);
    }

    @Test
    void aLongFolderIsListedPageByPage() {
        for (int i = 0; i < 2 * PAGE + 1; i++) {
            await(store().put("rooms/A/" + i, bytes("x")));
        }
        assertThat(await(store().list("rooms/A"))).hasSize(2 * PAGE + 1);
    }

    @Test
    void whoMayNotSaysSo() {
        secret = "wrong";
        assertThatThrownBy(() -> store().put("rooms/A/1", bytes("x"))
                        .toCompletableFuture()
                        .get(10, TimeUnit.SECONDS))
                .hasCauseInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("403");
    }

    @Test
    void settingsNameABucketOrAFolder() {
        Map<String, String> region = Map.of("AWS_REGION", "eu-west-1");
        assertThat(ArchiveStores.open("s3://games", region, worker)).isInstanceOf(S3Store.class);
        assertThat(ArchiveStores.open("games", Map.of(), worker)).isInstanceOf(FolderStore.class);
        assertThatThrownBy(() -> ArchiveStores.open("s3://games", Map.of(), worker))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("AWS_REGION");
        assertThatThrownBy(() -> ArchiveStores.open("s3://games/rooms", region, worker))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String name = exchange.getRequestURI().getPath().substring(1);
            if (!isSigned(exchange, body)) {
                exchange.sendResponseHeaders(403, -1);
            } else if (exchange.getRequestMethod().equals("PUT")) {
                objects.put(name, body);
                exchange.sendResponseHeaders(200, -1);
            } else if (name.isEmpty()) {
                send(exchange, list(query(exchange)).getBytes(StandardCharsets.UTF_8));
            } else if (objects.containsKey(name)) {
                send(exchange, objects.get(name));
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private static void send(HttpExchange exchange, byte[] bytes) throws IOException {
        exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static boolean isSigned(HttpExchange exchange, byte[] body) {
        Map<String, String> headers = new TreeMap<>();
        for (String name : List.of("content-type", "x-amz-content-sha256")) {
            Optional.ofNullable(exchange.getRequestHeaders().getFirst(name))
                    .ifPresent(value -> headers.put(name, value));
        }
        URI asked = URI.create("http://" + exchange.getRequestHeaders().getFirst("Host") + exchange.getRequestURI());
        Credentials right = new Credentials("ID", "right", Optional.of("token"), Optional.empty());
        Map<String, String> wanted = new Signer("eu-west-1", "s3")
                .headers(exchange.getRequestMethod(), asked, headers, Signer.hash(body), right, NOW);
        return wanted.get("authorization").equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private static Map<String, String> query(HttpExchange exchange) {
        return List.of(exchange.getRequestURI().getQuery().split("&")).stream()
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(part -> part[0], part -> part[1]));
    }

    /** A folder in the folder counts once, after its last object. */
    private String list(Map<String, String> query) {
        String prefix = query.get("prefix");
        List<String> found = objects.tailMap(query.getOrDefault("continuation-token", ""), false).keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.indexOf('/', prefix.length()) < 0
                        ? name
                        : name.substring(0, name.indexOf('/', prefix.length()) + 1))
                .distinct()
                .toList();
        List<String> page = found.subList(0, Math.min(PAGE, found.size()));
        String entries = page.stream()
                .map(name -> name.endsWith("/")
                        ? "<CommonPrefixes><Prefix>" + name + "</Prefix></CommonPrefixes>"
                        : "<Contents><Key>" + name + "</Key></Contents>")
                .collect(Collectors.joining());
        String last = found.size() > PAGE ? page.getLast() : "";
        String more = last.isEmpty()
                ? ""
                : "<NextContinuationToken>" + (last.endsWith("/") ? last + "~" : last) + "</NextContinuationToken>";
        return "<ListBucketResult><Prefix>" + prefix + "</Prefix>" + entries + more + "</ListBucketResult>";
    }
}
