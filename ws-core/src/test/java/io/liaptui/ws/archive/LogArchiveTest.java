package io.liaptui.ws.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.archive.ArchiveKeys;
import io.liaptui.common.archive.ArchivedRoom;
import io.liaptui.common.archive.FolderStore;
import io.liaptui.common.history.Entry;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.RoomFields;
import io.liaptui.ws.journal.Ending;
import io.liaptui.ws.journal.Fence;
import io.liaptui.ws.journal.MemoryLog;
import io.liaptui.ws.journal.RoomJournal.Claim;
import io.liaptui.ws.measure.Measures;
import io.liaptui.ws.testkit.Person;
import io.liaptui.ws.testkit.TestCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole game, archived while its room is finished and not yet closed. */
class LogArchiveTest {
    private final TestCluster cluster = new TestCluster(0);
    private final NodeId a = cluster.node("a");
    private final MemoryLog log = new MemoryLog(cluster.journal());
    private final List<Boolean> counted = new ArrayList<>();
    private final Measures measures = new Measures() {
        @Override
        public void archived(boolean kept) {
            counted.add(kept);
        }
    };

    @TempDir
    Path folder;

    private LogArchive archive;
    private Person mina;
    private RoomId room;

    @BeforeEach
    void aRoom() {
        archive = new LogArchive(cluster.journal(), log, store(folder), cluster.time(), measures);
        mina = new Person(cluster, "Mina", a);
        room = new RoomId(mina.createRoom(a));
    }

    private FolderStore store(Path where) {
        return new FolderStore(where, cluster.time());
    }

    private void playToTheEnd() {
        mina.socket().say("start_game");
        assertThat(cluster.time()
                        .passUntil(
                                () -> {
                                    mina.act();
                                    return mina.socket().phase().equals("game_over");
                                },
                                Duration.ofMinutes(10)))
                .isTrue();
    }

    @Test
    void theWholeGameIsKeptAsTheJournalHasIt() {
        playToTheEnd();
        List<Entry> before = entries();
        assertThat(before.size()).isGreaterThan(200);

        assertThat(await(archive.keep(room))).isTrue();

        byte[] bytes = await(store(folder).get(name())).orElseThrow();
        ArchivedRoom kept = ArchivedRoom.read(bytes);
        assertThat(kept.entries())
                .isEqualTo(before.stream().map(LogArchiveTest::withoutCommands).toList());
        assertThat(kept.room()).isEqualTo(room);
        assertThat(kept.game()).isEqualTo("liaptui");
        assertThat(Long.toString(kept.events())).isEqualTo(hash().get(RoomFields.EVENTS));
        assertThat(Long.toString(kept.version())).isEqualTo(hash().get(RoomFields.VERSION));
        assertThat(counted).containsExactly(true);
    }

    /** The owner dies after the archive was written and before it closed the room. */
    @Test
    void theNextOwnerWritesTheSameBytesUnderTheSameName() throws IOException {
        playToTheEnd();
        assertThat(await(archive.keep(room))).isTrue();
        byte[] first = await(store(folder).get(name())).orElseThrow();
        Files.delete(folder.resolve(name()));

        NodeId b = new NodeId("b");
        Claim claim = await(cluster.journal().claim(room, b, a, Long.parseLong(hash().get(RoomFields.EPOCH)), 1));
        assertThat(claim).isInstanceOf(Claim.Claimed.class);
        LogArchive successors = new LogArchive(cluster.journal(), log, store(folder), cluster.time(), measures);
        assertThat(await(successors.keep(room))).isTrue();

        assertThat(await(store(folder).get(name())).orElseThrow()).isEqualTo(first);
    }

    @Test
    void aRoomThatIsNotFinishedIsNotKeptForItsHandsAreHidden() {
        mina.socket().say("start_game");
        cluster.time().pass(Duration.ofSeconds(1));
        assertThat(hash().get(RoomFields.STATUS)).isEqualTo("running");
        assertThat(await(archive.keep(room))).isFalse();
        assertThat(folder).isEmptyDirectory();
        assertThat(counted).containsExactly(false);
    }

    @Test
    void aRoomThatTheJournalLostIsAskedForAgain() {
        assertThat(await(archive.keep(new RoomId("LOST")))).isFalse();
    }

    @Test
    void aRoomThatSomebodyElseEndedNeedsNothing() {
        playToTheEnd();
        Fence fence = new Fence(room, a, Long.parseLong(hash().get(RoomFields.EPOCH)));
        await(cluster.journal().close(fence, Long.parseLong(hash().get(RoomFields.VERSION)), Ending.ARCHIVED));
        assertThat(await(archive.keep(room))).isTrue();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFolderThatCannotBeWrittenMeansLater() throws IOException {
        playToTheEnd();
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        LogArchive broken = new LogArchive(cluster.journal(), log, store(file), cluster.time(), measures);
        assertThat(await(broken.keep(room))).isFalse();
        assertThat(await(archive.keep(room))).isTrue();
        assertThat(counted).containsExactly(false, true);
    }

    @Test
    void aWaveOfEndingsIsKeptInTurns() {
        playToTheEnd();
        List<CompletionStage<Boolean>> wave = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            wave.add(archive.keep(room));
        }
        cluster.time().settle();
        assertThat(wave).filteredOn(kept -> kept.toCompletableFuture().join()).hasSize(16);
        assertThat(await(archive.keep(room))).isTrue();
    }

    private List<Entry> entries() {
        return await(log.after(room, 0, 10_000));
    }

    private Map<String, String> hash() {
        return await(cluster.journal().look(room)).orElseThrow();
    }

    private String name() {
        return ArchiveKeys.name(room, Long.parseLong(hash().get(RoomFields.CREATED)));
    }

    private <T> T await(CompletionStage<T> stage) {
        CompletableFuture<T> future = stage.toCompletableFuture();
        cluster.time().settle();
        assertThat(future).isDone();
        return future.join();
    }

    private static Entry withoutCommands(Entry entry) {
        return new Entry(
                entry.version(),
                entry.epoch(),
                entry.time(),
                entry.firstEvent(),
                entry.events(),
                List.of(),
                entry.left(),
                entry.hash());
    }
}
