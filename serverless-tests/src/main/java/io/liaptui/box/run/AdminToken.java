package io.liaptui.box.run;

import io.liaptui.box.process.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** What the box's function takes for its operators' secret: drawn once for a clone, and kept in a file of its owner. */
final class AdminToken {
    private static final int BYTES = 32;

    private AdminToken() {}

    /** The token in this file, which is written if it is not there. */
    static String in(Path file) throws IOException {
        try {
            String kept = Files.readString(file).strip();
            if (kept.length() == 2 * BYTES) {
                return kept;
            }
        } catch (NoSuchFileException e) {
            // The first box of this clone
        }
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        String token = HexFormat.of().formatHex(secret);
        AtomicFile.write(file, token + "\n");
        return token;
    }
}
