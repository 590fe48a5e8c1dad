package io.liaptui.common.history;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/**
 * The form in which rooms are stored. A release reads its own and the one before, and writes the one before until it is
 * told otherwise one deploy later, so that one rollback is always safe: docs/ownership.md 12. Within one
 * schema fields may be added, and who does not know them leaves them aside; what an older reader would misread is a new
 * schema.
 *
 * <p>An entry of schema 1 has its events in the field {@code ev}; from 2 on the field's name bears the number
 * ({@code ev2}), so that whoever does not know that schema finds no events instead of guessing. A snapshot's header
 * begins with the schema.
 *
 * @param reads the newest that is read
 * @param writes what is written: {@code reads} or the one before
 */
public record Schema(int reads, int writes) {
    private static final int BUILD = readBuild();
    private static final Schema OF_BUILD = new Schema(BUILD, Math.max(1, BUILD - 1));

    /**
     * @throws IllegalArgumentException if it would write what it or the release before cannot read
     */
    public Schema {
        int oldest = Math.max(1, reads - 1);
        if (reads < 1 || writes < oldest || writes > reads) {
            throw new IllegalArgumentException("this release can write schema " + oldest
                    + (oldest < reads ? " or " + reads : "") + ", not " + writes);
        }
    }

    /** Of this build, as it writes unless told otherwise. */
    public static Schema ofBuild() {
        return OF_BUILD;
    }

    /**
     * Of this build, with what an operator wants it to write.
     *
     * @throws IllegalArgumentException for the operator, if this release must not write that
     */
    public static Schema ofBuild(Optional<Integer> writes) {
        try {
            return writes.map(wanted -> new Schema(BUILD, wanted)).orElse(OF_BUILD);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("LIAP_WRITE_SCHEMA: " + e.getMessage(), e);
        }
    }

    /** The oldest that is read. */
    public int oldest() {
        return Math.max(1, reads - 1);
    }

    /**
     * Refuses what this release must not guess at.
     *
     * @param what for people, such as {@code the snapshot}
     * @throws IllegalArgumentException if it was written in a schema outside of what this release reads
     */
    public void checkReads(int schema, String what) {
        if (schema < oldest() || schema > reads) {
            throw new IllegalArgumentException(what + " is written in schema " + schema + ", this release reads "
                    + (oldest() < reads ? oldest() + " to " : "") + reads);
        }
    }

    private static int readBuild() {
        try (InputStream in = Schema.class.getResourceAsStream("schema.properties")) {
            if (in == null) {
                throw new IllegalStateException("schema.properties is not in this build");
            }
            Properties properties = new Properties();
            properties.load(in);
            return Integer.parseInt(properties.getProperty("schema", "").strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NumberFormatException e) {
            throw new IllegalStateException("the build's property liap.schema is no number", e);
        }
    }
}
