package io.liaptui.ws.socket;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Under which hosts this service is reached, and which pages may connect.
 *
 * @param origins of pages beside those of the host itself, such as {@code https://play.example.org}; {@code *} for all
 * @param hosts with or without a port; none for any host
 */
public record Doors(Set<String> origins, Set<String> hosts) {
    public Doors {
        origins = origins.stream().map(Doors::canonical).collect(Collectors.toUnmodifiableSet());
        hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether this is a name of ours. Without a list every name is; a request without one never is, if there is a list. */
    boolean isOurs(@Nullable String host) {
        if (hosts.isEmpty()) {
            return true;
        }
        String asked = host == null ? "" : host.toLowerCase(Locale.ROOT);
        return hosts.contains(asked) || hosts.contains(asked.replaceFirst(":\\d+$", ""));
    }

    /**
     * Scripts send no origin. A browser always does, and the page must come from the host that it asks, over the same
     * scheme: a page of http, which anybody on its way may have written, must not speak for one of https.
     *
     * @param scheme {@code http} or {@code https}, as the client came
     */
    boolean mayConnect(@Nullable String origin, String scheme, @Nullable String host) {
        if (origin == null || origins.contains("*")) {
            return true;
        }
        String page = canonical(origin);
        return origins.contains(page) || (host != null && page.equals(canonical(scheme + "://" + host)));
    }

    /** Lower case and without the port that goes without saying; as it is, if it is no origin. */
    private static String canonical(String origin) {
        return parsed(origin)
                .map(uri -> {
                    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
                    boolean usual = uri.getPort() == (scheme.equals("https") ? 443 : 80) || uri.getPort() < 0;
                    return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + (usual ? "" : ":" + uri.getPort());
                })
                .orElse(origin);
    }

    private static Optional<URI> parsed(String origin) {
        try {
            URI uri = URI.create(origin);
            boolean bare = uri.getScheme() != null
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getRawPath().isEmpty();
            return bare ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
