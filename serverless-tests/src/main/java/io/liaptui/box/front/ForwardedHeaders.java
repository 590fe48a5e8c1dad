package io.liaptui.box.front;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What a load balancer adds to the headers of a request on its way to a target, and what it takes away. */
final class ForwardedHeaders {
    static final String TRACE_ID = "X-Amzn-Trace-Id";

    /** RFC 9110 7.6.1; they speak of one connection only. */
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private final InstantSource clock;
    private final RandomGenerator random;

    ForwardedHeaders() {
        this(InstantSource.system(), new SecureRandom());
    }

    ForwardedHeaders(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** Adds {@code X-Forwarded-*} and the trace id. */
    void addTo(MultiMap headers, HttpServerRequest request) {
        String client = request.remoteAddress().hostAddress();
        List<String> before = headers.getAll("X-Forwarded-For");
        headers.set("X-Forwarded-For", before.isEmpty() ? client : String.join(", ", before) + ", " + client);
        headers.set("X-Forwarded-Proto", request.scheme());
        headers.set("X-Forwarded-Port", Integer.toString(request.localAddress().port()));
        headers.set(TRACE_ID, traceId(headers.get(TRACE_ID)));
    }

    /** A new root if there is none yet; else the sender's fields with a {@code Self} of our own. */
    String traceId(@Nullable String sent) {
        if (sent == null || sent.isBlank()) {
            return "Root=" + newId();
        }
        List<String> fields = List.of(sent.trim().split("\\s*;\\s*"));
        boolean hasRoot = fields.stream().anyMatch(field -> isField(field, "Root"));
        String others = String.join(
                ";", fields.stream().filter(field -> !isField(field, "Self")).toList());
        return (hasRoot ? "Self=" : "Root=") + newId() + (others.isEmpty() ? "" : ";" + others);
    }

    /** Removes the headers of one hop, those that {@code Connection} names included. */
    static void removeHopByHop(MultiMap headers) {
        for (String connection : headers.getAll(HttpHeaders.CONNECTION)) {
            for (String name : connection.split(",")) {
                if (!name.isBlank()) {
                    headers.remove(name.trim());
                }
            }
        }
        HOP_BY_HOP.forEach(headers::remove);
    }

    static boolean isHopByHop(String name) {
        return HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT));
    }

    private static boolean isField(String field, String name) {
        return field.regionMatches(true, 0, name + "=", 0, name.length() + 1);
    }

    private String newId() {
        byte[] bytes = new byte[12];
        random.nextBytes(bytes);
        return String.format(
                Locale.ROOT,
                "1-%08x-%s",
                clock.instant().getEpochSecond(),
                HexFormat.of().formatHex(bytes));
    }
}
