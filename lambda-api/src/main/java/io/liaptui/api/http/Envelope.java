package io.liaptui.api.http;

/**
 * What a text weighs on its way through a balancer, which takes a function's answer as JSON in UTF-8, with the body as one
 * of its texts: {@code "} and {@code \} count double there, and letters of other scripts up to three times.
 */
public final class Envelope {
    /** Of an answer with all its headers, in bytes (AWS, "Lambda functions as targets": 1 MB). */
    static final int MOST = 1_000_000;

    /** Of one part of a longer story, so that headers and whatever comes on top of what was counted find room. */
    public static final int PART = 600_000;

    /** Of these JSON has an escape of two characters. */
    private static final String SHORT = "\b\t\n\f\r";

    private Envelope() {}

    /** Bytes of a text in the envelope. */
    public static int weight(CharSequence text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            bytes += weight(text.charAt(i));
        }
        return bytes;
    }

    /** A pair of surrogates is four bytes, two for each of them. */
    private static int weight(char c) {
        if (c < 0x20) {
            return SHORT.indexOf(c) >= 0 ? 2 : 6;
        }
        if (c < 0x80) {
            return c == '"' || c == '\\' ? 2 : 1;
        }
        return c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
}
