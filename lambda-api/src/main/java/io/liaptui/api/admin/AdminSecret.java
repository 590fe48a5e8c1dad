package io.liaptui.api.admin;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * What operators show, and whose it is. A name may have several tokens, so that one replaces another without a gap. Hashes are
 * compared, all of them, so that the time tells neither how much was right nor whose it was.
 */
@Singleton
class AdminSecret {
    /** Shorter ones can be guessed. */
    private static final int LEAST = 32;

    /** Whose a token without a name is. */
    private static final String UNNAMED = "operator";

    private static final Pattern NAMED = Pattern.compile("([A-Za-z0-9][A-Za-z0-9._-]{0,31}):(.*)");
    private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{64}");
    private static final Logger LOG = Logger.getLogger(AdminSecret.class);

    private final List<Entry> entries = new ArrayList<>();

    private record Entry(String name, byte[] hash) {}

    AdminSecret(AdminSettings settings) {
        settings.token().ifPresent(text -> read(text, this::token));
        settings.tokenSha256().ifPresent(text -> read(text, this::sum));
    }

    /** Whether there is a secret that cannot be guessed. */
    boolean isSet() {
        return !entries.isEmpty();
    }

    /** The name of whom this token belongs to; empty if it is nobody's. */
    Optional<String> who(String shown) {
        byte[] hash = hash(shown);
        String name = null;
        for (Entry entry : entries) {
            boolean same = MessageDigest.isEqual(hash, entry.hash());
            name = same && name == null ? entry.name() : name;
        }
        return Optional.ofNullable(name);
    }

    private interface Taker {
        void take(String name, String text);
    }

    private static void read(String setting, Taker taker) {
        for (String entry : setting.split(",")) {
            Matcher named = NAMED.matcher(entry.strip());
            if (named.matches()) {
                taker.take(named.group(1), named.group(2));
            } else if (!entry.isBlank()) {
                taker.take(UNNAMED, entry.strip());
            }
        }
    }

    private void token(String name, String token) {
        if (token.length() < LEAST) {
            LOG.errorf(
                    "LIAP_ADMIN_TOKEN: the token of %s has fewer than %d characters, so it opens nothing. Make one with:"
                            + " openssl rand -hex 32",
                    name, LEAST);
        } else {
            entries.add(new Entry(name, hash(token)));
        }
    }

    private void sum(String name, String sum) {
        if (HASH.matcher(sum).matches()) {
            entries.add(new Entry(name, HexFormat.of().parseHex(sum)));
        } else {
            LOG.errorf(
                    "LIAP_ADMIN_TOKEN_SHA256: that of %s is no SHA-256 in 64 hexadecimal digits, so it opens nothing.",
                    name);
        }
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
