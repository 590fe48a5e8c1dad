package io.liaptui.api.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Sends long texts as gzip to those who take it: the balancer does not compress, and its bytes to functions cost most. */
public final class Compression {
    /** Below this it saves less than a network packet. */
    private static final int FROM_BYTES = 1024;

    private Compression() {}

    /** Whether an answer is worth it; caches then have to know that there are two forms, also from a 304. */
    static boolean isWorth(Answer answer) {
        return answer.body().length > FROM_BYTES
                && isText(answer)
                && answer.header("Content-Encoding").isEmpty();
    }

    static void apply(Invocation request, Answer answer) {
        if (isWorth(answer) && accepts(request.header("accept-encoding"))) {
            answer.encoded(gzip(answer.body()), "gzip");
        }
    }

    private static boolean isText(Answer answer) {
        String type = answer.header("Content-Type").toLowerCase(Locale.ROOT);
        return type.startsWith("text/") || type.contains("json") || type.contains("yaml");
    }

    /** By RFC 9110, 12.5.3: {@code gzip} or {@code *}, unless its weight is 0. */
    public static boolean accepts(String header) {
        Boolean any = null;
        for (String entry : header.toLowerCase(Locale.ROOT).split(",")) {
            String[] parts = entry.strip().split("\\s*;\\s*");
            boolean wanted = parts.length < 2 || !parts[1].matches("q\\s*=\\s*0(\\.0*)?");
            switch (parts[0]) {
                case "gzip", "x-gzip" -> {
                    return wanted;
                }
                case "*" -> any = wanted;
                default -> {}
            }
        }
        return any != null && any;
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length / 4);
        try (OutputStream gzip = new Fast(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A function's time costs more than the last tenth of the size. */
    private static final class Fast extends GZIPOutputStream {
        Fast(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
