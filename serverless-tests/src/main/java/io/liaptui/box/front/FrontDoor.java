package io.liaptui.box.front;

import io.liaptui.box.front.rules.ListenerRules;
import io.liaptui.box.front.rules.TargetGroup;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * The public port of the box. Routes by the listener rules with the semantics of an Application Load Balancer; on the
 * paths that the rules leave over it serves the static client, as CloudFront would.
 *
 * <pre>{@code
 * FrontDoor.start(vertx, new FrontDoorOptions("127.0.0.1", 8080, rules, site, Map.of("rest", function), 1))
 *         .thenAccept(door -> door.targets("ws").add(URI.create("http://127.0.0.1:8081")));
 * }</pre>
 *
 * <p>Speaks HTTP/1.1 without TLS. All methods may be called from any thread.
 */
public final class FrontDoor {
    private static final int LONGEST_REQUEST_LINE = 16 * 1024;
    private static final int LONGEST_HEADERS = 64 * 1024;
    /** Each WebSocket holds one as long as it lives; more than ports exist towards one target. */
    private static final int CONNECTIONS_PER_TARGET = 65_536;

    private final HttpServer server;
    private final HttpClient client;
    private final Map<String, Balancer> balancers;
    private final URI uri;

    private FrontDoor(HttpServer server, HttpClient client, Map<String, Balancer> balancers, URI uri) {
        this.server = server;
        this.client = client;
        this.balancers = balancers;
        this.uri = uri;
    }

    /**
     * Opens the port. The stage fails if that is not possible, e.g. because the port is taken.
     *
     * @throws IllegalArgumentException if a group of type {@code lambda} has no function, a function no group, or the
     *     static directory no {@code index.html}
     */
    public static CompletionStage<FrontDoor> start(Vertx vertx, FrontDoorOptions options) {
        check(options);
        ListenerRules rules = options.rules();
        Times times = new Times(options.timeScale());
        Duration idle = rules.idleTimeout();
        HttpClient client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(CONNECTIONS_PER_TARGET));
        Map<String, Balancer> balancers = new HashMap<>();
        Map<String, Forward> forwards = new HashMap<>();
        rules.targetGroups()
                .forEach((key, group) -> forwards.put(
                        key,
                        switch (group) {
                            case TargetGroup.Ip ip -> {
                                Balancer balancer = new Balancer(vertx, ip, times);
                                balancers.put(key, balancer);
                                yield new NodeForward(
                                        balancer,
                                        client,
                                        vertx,
                                        times.millis(idle),
                                        times.connectMillis(),
                                        times.patienceMillis());
                            }
                            case TargetGroup.Lambda lambda ->
                                new LambdaForward(
                                        vertx, lambda, options.functions().get(key), times.millis(lambda.timeout()));
                        }));
        HttpServer server = vertx.createHttpServer(serverOptions(times.frontIdleMillis(idle)));
        int request = times.requestMillis();
        return server.connectionHandler(connection -> RequestDeadline.watch(connection, request))
                .requestHandler(new Gate(vertx, rules, forwards, options.staticDir()))
                .listen(options.port(), options.host())
                .map(open -> new FrontDoor(open, client, balancers, uri(options.host(), open.actualPort())))
                .onFailure(refused -> client.close())
                .toCompletionStage();
    }

    /** Where it listens, e.g. {@code http://127.0.0.1:8080}. */
    public URI uri() {
        return uri;
    }

    /**
     * The targets of a group, none at first.
     *
     * @throws IllegalArgumentException if there is no such group of type {@code ip}
     */
    public Targets targets(String group) {
        Balancer balancer = balancers.get(group);
        if (balancer == null) {
            throw new IllegalArgumentException("no target group \"" + group + "\" of type ip");
        }
        return balancer;
    }

    /** Closes the port, every connection and the health checks; the Vert.x instance stays. */
    public CompletionStage<Void> stop() {
        balancers.values().forEach(Balancer::stop);
        return Future.all(server.close(), client.close()).<Void>mapEmpty().toCompletionStage();
    }

    private static HttpServerOptions serverOptions(int idleMillis) {
        return new HttpServerOptions()
                .setMaxInitialLineLength(LONGEST_REQUEST_LINE)
                .setMaxHeaderSize(LONGEST_HEADERS)
                .setHandle100ContinueAutomatically(true)
                .setHttp2ClearTextEnabled(false)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout(idleMillis);
    }

    private static void check(FrontDoorOptions options) {
        Map<String, TargetGroup> groups = options.rules().targetGroups();
        groups.forEach((key, group) -> {
            if (group instanceof TargetGroup.Lambda && !options.functions().containsKey(key)) {
                throw new IllegalArgumentException("target group \"" + key + "\" of type lambda has no function");
            }
        });
        options.functions().keySet().forEach(key -> {
            if (!(groups.get(key) instanceof TargetGroup.Lambda)) {
                throw new IllegalArgumentException("a function for \"" + key + "\", which is no group of type lambda");
            }
        });
        if (!Files.isRegularFile(options.staticDir().resolve("index.html"))) {
            throw new IllegalArgumentException(
                    "no index.html in " + options.staticDir() + "; build the module web first");
        }
    }

    private static URI uri(String host, int port) {
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
    }
}
