package io.liaptui.common.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderStoreTest extends ArchiveStoreContract {
    private final ExecutorService worker = Executors.newFixedThreadPool(2);

    @TempDir
    Path temp;

    @AfterEach
    void stop() {
        worker.shutdown();
    }

    @Override
    ArchiveStore store() {
        return new FolderStore(temp.resolve("archive"), worker);
    }

    @Test
    void nothingIsLeftBesideTheFilesAndStrangersCannotReadThem() throws IOException {
        await(store().put("rooms/A/1", bytes("x")));
        await(store().put("rooms/A/1", bytes("y")));
        Path folder = temp.resolve("archive/rooms/A");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(Path::getFileName).map(Path::toString)).containsExactly("1");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("1"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    /** Left by a process that died in the middle of a write. */
    @Test
    void aDraftIsNoName() throws IOException {
        await(store().put("rooms/A/1", bytes("x")));
        Files.writeString(temp.resolve("archive/rooms/A/.2.0a"), "half");
        assertThat(await(store().list("rooms/A"))).containsExactly("rooms/A/1");
    }

    @Test
    void aFolderThatCannotBeWrittenSaysSo() throws IOException {
        Files.writeString(temp.resolve("archive"), "a file");
        assertThatThrownBy(() -> store().put("rooms/A/1", bytes("x"))
                        .toCompletableFuture()
                        .get(10, TimeUnit.SECONDS))
                .hasCauseInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("archive");
    }
}
