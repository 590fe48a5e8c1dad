package io.liaptui.common.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/**
 * A folder of this machine, or one that several machines mount. Files are their owner's alone where the file system
 * knows owners, because hidden hands are in them.
 */
public final class FolderStore implements ArchiveStore {
    private final Path folder;
    private final Executor worker;
    private final boolean owners;

    /**
     * @param folder made with the first write if it is not there
     * @param worker threads that may be blocked
     */
    public FolderStore(Path folder, Executor worker) {
        this.folder = folder.toAbsolutePath().normalize();
        this.worker = worker;
        this.owners = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    @Override
    public CompletionStage<Void> put(String name, byte[] bytes) {
        Path file = path(name);
        return run(() -> {
            write(file, bytes);
            return null;
        });
    }

    @Override
    public CompletionStage<Optional<byte[]>> get(String name) {
        Path file = path(name);
        return run(() -> {
            try {
                return Optional.of(Files.readAllBytes(file));
            } catch (NoSuchFileException e) {
                return Optional.empty();
            }
        });
    }

    @Override
    public CompletionStage<List<String>> list(String inside) {
        Path dir = path(inside);
        return run(() -> {
            try (Stream<Path> files = Files.list(dir)) {
                return files.map(file -> file.getFileName().toString())
                        .filter(file -> !file.startsWith("."))
                        .sorted()
                        .map(file -> inside + "/" + file)
                        .toList();
            } catch (NoSuchFileException e) {
                return List.of();
            }
        });
    }

    private Path path(String name) {
        return folder.resolve(ArchiveNames.checked(name));
    }

    /** Beside its place first, then into it: a name appears only when all its bytes are on the disk. */
    private void write(Path file, byte[] bytes) throws IOException {
        Path dir = Objects.requireNonNull(file.getParent());
        makeFolder(dir);
        Path draft = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID());
        try {
            try (FileChannel out = FileChannel.open(
                    draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owned("rw-------"))) {
                ByteBuffer rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    out.write(rest);
                }
                out.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            if (owners) {
                try (FileChannel entries = FileChannel.open(dir, StandardOpenOption.READ)) {
                    entries.force(true);
                }
            }
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private void makeFolder(Path dir) throws IOException {
        try {
            Files.createDirectories(dir, owned("rwx------"));
        } catch (FileAlreadyExistsException e) {
            throw new IOException(dir + " is a file, but the archive needs a folder there", e);
        }
    }

    private FileAttribute<?>[] owned(String rights) {
        return owners
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }

    private interface Io<T> {
        T run() throws IOException;
    }

    private <T> CompletionStage<T> run(Io<T> io) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return io.run();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                worker);
    }
}
