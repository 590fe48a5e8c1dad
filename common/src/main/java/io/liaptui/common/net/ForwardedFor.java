package io.liaptui.common.net;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the client in {@code X-Forwarded-For}. Every proxy appends the peer it sees, so only what our own proxies wrote,
 * counted from the right, can be believed; whatever stands left of it a client may have invented. A name is never looked up.
 */
public final class ForwardedFor {
    private static final Pattern V4 = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3})(?::\\d+)?");
    private static final Pattern V6 = Pattern.compile("\\[([0-9A-Fa-f.]*:[0-9A-Fa-f:.]+)(?:%[^]]*)?](?::\\d+)?");
    private static final Pattern BARE_V6 = Pattern.compile("([0-9A-Fa-f.]*:[0-9A-Fa-f:.]+)(?:%.*)?");
    private static final int LONGEST = 100;

    private ForwardedFor() {}

    /**
     * Whom the outermost proxy of ours saw. Fewer entries than hops mean a way past the first of them
     * (docs/decisions/077): then the first entry is the one that ours wrote.
     *
     * @param lines each line of the header, in order
     * @param hops proxies of ours that append to it
     * @return empty if they left no word, or one that is no address
     */
    public static Optional<InetAddress> client(List<String> lines, int hops) {
        List<String> entries = lines.stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
        return hops < 1 || entries.isEmpty()
                ? Optional.empty()
                : address(entries.get(Math.max(0, entries.size() - hops)));
    }

    /** Reads {@code 1.2.3.4}, {@code 1.2.3.4:5678}, {@code 2001:db8::1}, {@code [2001:db8::1]:5678}; zone ids are dropped. */
    public static Optional<InetAddress> address(@Nullable String text) {
        if (text == null || text.length() > LONGEST) {
            return Optional.empty();
        }
        for (Pattern form : List.of(V4, V6, BARE_V6)) {
            Matcher matcher = form.matcher(text.strip());
            if (matcher.matches()) {
                return literal(matcher.group(1));
            }
        }
        return Optional.empty();
    }

    private static Optional<InetAddress> literal(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
