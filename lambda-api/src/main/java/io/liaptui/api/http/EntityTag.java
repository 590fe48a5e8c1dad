package io.liaptui.api.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Spares a caller what it has already (RFC 9110, 8.8.3 and 13.1.2). Tags are weak: compressed or not, it is the same
 * content. A resource whose answers hold the time of day gives its own tag, of what matters in them.
 */
public final class EntityTag {
    private static final Pattern OPAQUE = Pattern.compile("\"[^\"]*\"");
    private static final int BYTES = 12;

    /** What another method did is not undone by the caller's having seen the like of its answer. */
    private static final Set<String> READS = Set.of("GET", "HEAD");

    private EntityTag() {}

    /** A weak tag of some content, as the header has it. */
    public static String of(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return "W/\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES)) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Tags a good answer that may be kept, and leaves out the body if the caller has it. */
    static void apply(Invocation request, Answer answer) {
        if (answer.status() != 200
                || !READS.contains(request.method())
                || answer.header("Cache-Control").contains("no-store")) {
            return;
        }
        if (answer.header("ETag").isEmpty()) {
            answer.set("ETag", of(answer.body()));
        }
        if (matches(request.header("if-none-match"), answer.header("ETag"))) {
            answer.notModified();
        }
    }

    private static boolean matches(String wanted, String tag) {
        if (wanted.strip().equals("*")) {
            return true;
        }
        Matcher known = OPAQUE.matcher(wanted);
        while (known.find()) {
            if (tag.endsWith(known.group())) {
                return true;
            }
        }
        return false;
    }
}
