package io.liaptui.box.player;

import java.net.HttpCookie;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One browser's cookies for one site. Thread-safe. */
public final class Cookies {
    private final Map<String, String> values = new LinkedHashMap<>();

    /** Takes the {@code Set-Cookie} headers of an answer. */
    synchronized void take(List<String> headers) {
        for (String header : headers) {
            for (HttpCookie cookie : HttpCookie.parse(header)) {
                if (cookie.getMaxAge() == 0) {
                    values.remove(cookie.getName());
                } else {
                    values.put(cookie.getName(), cookie.getValue());
                }
            }
        }
    }

    /** The {@code Cookie} header of the next request; empty if there are none. */
    public synchronized Optional<String> header() {
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(values.entrySet().stream()
                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; ")));
    }
}
