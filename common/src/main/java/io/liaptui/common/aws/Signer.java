package io.liaptui.common.aws;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Signs requests to AWS, signature version 4, for one service in one region. Paths must hold only characters that need no
 * encoding. Threading: any thread; nothing blocks.
 *
 * @param service such as {@code s3}
 */
public record Signer(String region, String service) {
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** The hash of no body at all. */
    public static String hashOfNothing() {
        return hash(new byte[0]);
    }

    /** SHA-256 in hexadecimal. */
    public static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /**
     * The headers to send besides those given: date, role's token and signature.
     *
     * @param uri with its query as it is sent
     * @param headers to be signed, beside the host
     * @param bodyHash of the body: {@link #hash}
     */
    public Map<String, String> headers(
            String method, URI uri, Map<String, String> headers, String bodyHash, Credentials who, Instant now) {
        SortedMap<String, String> signed = new TreeMap<>();
        headers.forEach((name, value) -> signed.put(name.toLowerCase(Locale.ROOT), value.strip()));
        signed.put("host", uri.getRawAuthority());
        Map<String, String> more = new TreeMap<>();
        more.put("x-amz-date", TIME.format(now));
        who.token().ifPresent(token -> more.put("x-amz-security-token", token));
        signed.putAll(more);
        String names = String.join(";", signed.keySet());
        String canonical = canonical(method, uri, query(uri.getRawQuery()), signed, names, bodyHash);
        more.put(
                "authorization",
                ALGORITHM + " Credential=" + who.id() + "/" + scope(now) + ", SignedHeaders=" + names + ", Signature="
                        + signature(canonical, who, now));
        return more;
    }

    /**
     * The address with its signature in the query: good for as long as is said, for whoever has it.
     *
     * @param bodyHash that of the body, or {@code UNSIGNED-PAYLOAD} where the service allows it
     */
    public URI presigned(String method, URI uri, Duration good, String bodyHash, Credentials who, Instant now) {
        SortedMap<String, String> query = query(uri.getRawQuery());
        query.put("X-Amz-Algorithm", ALGORITHM);
        query.put("X-Amz-Credential", encode(who.id() + "/" + scope(now)));
        query.put("X-Amz-Date", TIME.format(now));
        query.put("X-Amz-Expires", Long.toString(good.toSeconds()));
        query.put("X-Amz-SignedHeaders", "host");
        who.token().ifPresent(token -> query.put("X-Amz-Security-Token", encode(token)));
        SortedMap<String, String> host = new TreeMap<>(Map.of("host", uri.getRawAuthority()));
        String signature = signature(canonical(method, uri, query, host, "host", bodyHash), who, now);
        return URI.create(uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath() + "?" + joined(query)
                + "&X-Amz-Signature=" + signature);
    }

    /** As AWS encodes values of a query. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static String canonical(
            String method,
            URI uri,
            SortedMap<String, String> query,
            SortedMap<String, String> headers,
            String names,
            String bodyHash) {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String lines = headers.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                .collect(Collectors.joining());
        return String.join("\n", method, path, joined(query), lines, names, bodyHash);
    }

    private static SortedMap<String, String> query(@Nullable String raw) {
        SortedMap<String, String> all = new TreeMap<>();
        if (raw != null) {
            for (String part : raw.split("&")) {
                int at = part.indexOf('=');
                all.put(at < 0 ? part : part.substring(0, at), at < 0 ? "" : part.substring(at + 1));
            }
        }
        return all;
    }

    private static String joined(SortedMap<String, String> query) {
        return query.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining("&"));
    }

    private String scope(Instant now) {
        return TIME.format(now).substring(0, 8) + "/" + region + "/" + service + "/aws4_request";
    }

    private String signature(String canonical, Credentials who, Instant now) {
        String text = String.join(
                "\n", ALGORITHM, TIME.format(now), scope(now), hash(canonical.getBytes(StandardCharsets.UTF_8)));
        byte[] key = ("AWS4" + who.secret()).getBytes(StandardCharsets.UTF_8);
        for (String part : scope(now).split("/")) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(hmac(key, text));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
