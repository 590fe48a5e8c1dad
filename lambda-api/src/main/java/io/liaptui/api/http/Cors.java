package io.liaptui.api.http;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which pages of other origins may read answers here (Fetch standard, "CORS protocol"). A listed origin may also send a
 * player's cookie or token. {@code *} opens the reads to every page, without either: a page could otherwise use the seat
 * of whoever visits it.
 */
final class Cors {
    private static final String ANY = "*";
    private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.\\[\\]:-]+");
    private static final String METHODS = "GET, HEAD, POST, PUT, DELETE";
    private static final String HEADERS = "Authorization, Content-Type, If-None-Match, X-Request-ID";
    private static final String EXPOSED = "ETag, Link, Location, Retry-After, X-Build-ID, X-Instance-ID, X-Request-ID";

    /** Two hours: no browser keeps the permission for longer. */
    private static final String SECONDS = "7200";

    private final Set<String> origins;

    /**
     * @throws IllegalArgumentException naming the entry that is neither {@code *} nor an origin
     */
    Cors(Collection<String> origins) {
        for (String origin : origins) {
            if (!origin.equals(ANY) && !ORIGIN.matcher(origin).matches()) {
                throw new IllegalArgumentException("liap.cors.origins: '" + origin
                        + "' is no origin. Write scheme and host without a path, as in https://play.example.org.");
            }
        }
        this.origins = Set.copyOf(origins);
    }

    /** The answer to a browser that asks before it sends; empty for any other request. */
    Optional<Answer> preflight(Invocation request) {
        if (!request.method().equals("OPTIONS")
                || request.header("origin").isEmpty()
                || request.header("access-control-request-method").isEmpty()) {
            return Optional.empty();
        }
        if (allowed(request.header("origin")).isEmpty()) {
            return Optional.of(Answer.problem(
                    403, "Pages of this origin may not use the API; an operator can list it in liap.cors.origins."));
        }
        Answer answer = Answer.empty(204);
        answer.set("Access-Control-Allow-Methods", METHODS);
        answer.set("Access-Control-Allow-Headers", HEADERS);
        answer.set("Access-Control-Max-Age", SECONDS);
        return Optional.of(answer);
    }

    /** Adds what the browser of the asking page wants to see. */
    void mark(Invocation request, Answer answer) {
        if (origins.isEmpty()) {
            return;
        }
        // Also where this request has no origin: a cache must not give that answer to a page
        answer.vary("Origin");
        allowed(request.header("origin")).ifPresent(allowed -> {
            allowed.forEach(answer::set);
            answer.set("Access-Control-Expose-Headers", EXPOSED);
        });
    }

    private Optional<Map<String, String>> allowed(String origin) {
        if (origins.contains(origin) && !origin.equals(ANY)) {
            return Optional.of(
                    Map.of("Access-Control-Allow-Origin", origin, "Access-Control-Allow-Credentials", "true"));
        }
        return origins.contains(ANY) && !origin.isEmpty()
                ? Optional.of(Map.of("Access-Control-Allow-Origin", ANY))
                : Optional.empty();
    }
}
