package io.liaptui.ws.room;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Where games get their seeds and colours: a secure source, or the same ones again and again to repeat a game. */
public final class Seeds {
    private final SecureRandom random = new SecureRandom();
    private final Optional<String> fixed;
    private final RandomGenerator luck;

    /**
     * @param seed any text; every game then has the same deals and bots
     */
    public Seeds(Optional<String> seed) {
        this.fixed = seed.map(Seeds::sha256);
        this.luck =
                seed.<RandomGenerator>map(text -> new Random(text.hashCode())).orElse(random);
    }

    /** 64 hexadecimal digits. */
    String next() {
        return fixed.orElseGet(() -> {
            byte[] bytes = new byte[32];
            random.nextBytes(bytes);
            return HexFormat.of().formatHex(bytes);
        });
    }

    /** For colours. */
    public RandomGenerator luck() {
        return luck;
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
