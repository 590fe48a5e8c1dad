package io.liaptui.api.admin;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * What operators show. Hashes are compared, so that the time tells neither how much was right nor how long the secret is.
 */
@Singleton
class AdminSecret {
    /** Shorter ones can be guessed. */
    private static final int LEAST = 32;

    private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{64}");
    private static final Logger LOG = Logger.getLogger(AdminSecret.class);

    private final Optional<byte[]> hash;

    AdminSecret(AdminSettings settings) {
        if (settings.token().filter(token -> token.length() < LEAST).isPresent()) {
            LOG.errorf(
                    "LIAP_ADMIN_TOKEN has fewer than %d characters, so /api/admin stays off. Make one with: openssl rand -hex 32",
                    LEAST);
        }
        if (settings.tokenSha256().filter(text -> !HASH.matcher(text).matches()).isPresent()) {
            LOG.error("LIAP_ADMIN_TOKEN_SHA256 is no SHA-256 in 64 hexadecimal digits, so it opens nothing.");
        }
        hash = settings.token()
                .filter(token -> token.length() >= LEAST)
                .map(AdminSecret::hash)
                .or(() -> settings.tokenSha256()
                        .filter(text -> HASH.matcher(text).matches())
                        .map(HexFormat.of()::parseHex));
    }

    /** Whether there is a secret that cannot be guessed. */
    boolean isSet() {
        return hash.isPresent();
    }

    boolean is(String shown) {
        return hash.filter(wanted -> MessageDigest.isEqual(hash(shown), wanted)).isPresent();
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
