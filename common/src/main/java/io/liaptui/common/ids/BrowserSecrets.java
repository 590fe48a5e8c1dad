package io.liaptui.common.ids;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The secrets that a browser shows in its cookies. There may be several: one of an older visit, of another path, or of a
 * time without https. Which of them counts the seat says that it fits; sockets and REST read them here, so they agree.
 */
public final class BrowserSecrets {
    /** Over http, where browsers take no other. */
    public static final String COOKIE = "liap_sid";
    /** Over https: no other host and no page of http can have set it. */
    public static final String SECURE_COOKIE = "__Host-" + COOKIE;

    private static final int MOST = 4;
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    private BrowserSecrets() {}

    /**
     * All that are well formed, at most {@value #MOST}, those of {@link #SECURE_COOKIE} first, else as the browser sent them.
     *
     * @param headers each {@code Cookie} line
     */
    public static List<String> of(Collection<String> headers) {
        List<String> pairs = headers.stream()
                .flatMap(line -> Stream.of(line.split(";")))
                .map(String::strip)
                .toList();
        List<String> found = new ArrayList<>(values(pairs, SECURE_COOKIE));
        found.addAll(values(pairs, COOKIE));
        return found.stream().distinct().limit(MOST).toList();
    }

    /** Whether one of them came under the name that only https gives. */
    public static boolean hasSecure(Collection<String> headers) {
        return headers.stream()
                .flatMap(line -> Stream.of(line.split(";")))
                .map(String::strip)
                .anyMatch(pair -> !values(List.of(pair), SECURE_COOKIE).isEmpty());
    }

    private static List<String> values(List<String> pairs, String cookie) {
        return pairs.stream()
                .filter(pair -> pair.startsWith(cookie + '='))
                .map(pair -> pair.substring(cookie.length() + 1).strip())
                .map(value -> value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                        ? value.substring(1, value.length() - 1)
                        : value)
                .filter(value -> FORM.matcher(value).matches())
                .toList();
    }
}
