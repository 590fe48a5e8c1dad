package io.liaptui.ws.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liaptui.common.archive.ArchiveKeys;
import io.liaptui.common.archive.FolderStore;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.ws.testkit.TestCluster;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of old games in a folder. */
class ArchiveCleaningTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final TestCluster cluster = new TestCluster(0);
    private final NodeId a = cluster.node("a");
    private final NodeId b = cluster.node("b");

    @TempDir
    Path folder;

    private FolderStore store;

    @BeforeEach
    void games() {
        store = new FolderStore(folder, Runnable::run);
        put("OLD", Duration.ofDays(30));
        put("TWICE", Duration.ofDays(30));
        put("TWICE", Duration.ofHours(1));
        put("NEW", Duration.ofHours(2));
        store.put("rooms/NEW/notes.txt", new byte[] {1}).toCompletableFuture().join();
    }

    private void put(String room, Duration age) {
        String name = ArchiveKeys.name(new RoomId(room), cluster.time().millis() - age.toMillis());
        store.put(name, new byte[] {1}).toCompletableFuture().join();
    }

    private void start(NodeId node) {
        new ArchiveCleaning(folder, DAY, cluster.registry(node), cluster.time(), cluster.time(), cluster.time())
                .start();
    }

    private int files() {
        return store.list("rooms").toCompletableFuture().join().stream()
                .mapToInt(room -> store.list(room).toCompletableFuture().join().size())
                .sum();
    }

    @Test
    void oldOnesGoWithinTheHourAndNothingElse() {
        start(a);
        cluster.time().pass(Duration.ofMinutes(59));
        assertThat(files()).isEqualTo(5);
        cluster.time().pass(Duration.ofMinutes(2));
        assertThat(files()).isEqualTo(3);
        assertThat(folder.resolve("rooms/OLD")).doesNotExist();
        assertThat(folder.resolve("rooms/NEW/notes.txt")).exists();
    }

    @Test
    void onlyTheFirstReadyNodeDoesIt() {
        start(b);
        cluster.time().pass(Duration.ofHours(2));
        assertThat(files()).isEqualTo(5);
        cluster.kill(a);
        cluster.time().pass(Duration.ofHours(1));
        assertThat(files()).isLessThan(5);
    }

    @Test
    void aKeepThatWouldRemoveWhatJustEndedIsRefused() {
        assertThatThrownBy(() -> new ArchiveCleaning(
                        folder,
                        Duration.ofMinutes(5),
                        cluster.registry(a),
                        cluster.time(),
                        cluster.time(),
                        cluster.time()))
                .hasMessageContaining("LIAP_ARCHIVE_KEEP");
    }
}
