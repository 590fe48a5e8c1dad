package io.liaptui.common.rules;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A generator as a value: SHA-256 over a 256-bit seed and a counter, so that nobody who saw its numbers can tell the
 * next ones (which {@code java.util.Random} allows). Asking for a number does not change it; {@link #advance} gives the
 * next generator, which game states keep.
 *
 * @param seed 64 hexadecimal digits
 * @param counter how many draws were made
 */
public record Chance(String seed, long counter) {
    /** The generator at its start. */
    public static Chance of(String seed) {
        return new Chance(seed, 0);
    }

    /** A generator of its own for another purpose, so that a bot's thoughts do not change the next deal. */
    public Chance fork(String purpose) {
        return new Chance(HexFormat.of().formatHex(digest("fork:" + counter + ':' + purpose)), 0);
    }

    public Chance advance() {
        return new Chance(seed, counter + 1);
    }

    /** 64 uniform bits. */
    public long bits() {
        return ByteBuffer.wrap(digest("draw:" + counter)).getLong();
    }

    /**
     * A uniform number from 0 to {@code bound - 1}. With 64 bits the bias of the remainder is below 2^-57 for bounds
     * up to 128.
     */
    public int below(int bound) {
        return (int) Long.remainderUnsigned(bits(), bound);
    }

    /** Uniform in [0, 1). */
    public double unit() {
        return (bits() >>> 11) * 0x1.0p-53;
    }

    /** Hides the seed: who knows it knows every hand. */
    @Override
    public String toString() {
        return "Chance[#" + counter + "]";
    }

    private byte[] digest(String suffix) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(seed.getBytes(StandardCharsets.US_ASCII));
            return sha.digest(suffix.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
