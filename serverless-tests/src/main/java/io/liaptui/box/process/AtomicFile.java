package io.liaptui.box.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Replaces a small text file so that no reader ever sees half of it. Only its owner reads it: addresses hold passwords. */
public final class AtomicFile {
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private AtomicFile() {}

    /**
     * Writes and renames.
     *
     * @throws UncheckedIOException if the folder cannot be written
     */
    public static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path next = file.toAbsolutePath().resolveSibling(file.getFileName() + ".next");
            Files.deleteIfExists(next);
            if (Files.getFileStore(next.getParent()).supportsFileAttributeView("posix")) {
                Files.createFile(next, OWNER_ONLY);
            }
            Files.writeString(next, text);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
