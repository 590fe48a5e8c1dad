package io.liaptui.ws.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.ids.RoomId;
import io.liaptui.ws.journal.RoomJournal.Created;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class MemoryJournalTest extends RoomTwoPastsContract {
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final InstantSource clock = () -> Instant.now().plus(ahead.get());
    private final MemoryJournal journal = new MemoryJournal(clock, Runnable::run);

    @Override
    RoomJournal journal() {
        return journal;
    }

    @Override
    void tamper(RoomId room, String field, String value) {
        await(journal.store().run(() -> journal.store().roomOrNew(room).hash.put(field, value)));
    }

    @Override
    void lose(RoomId room) {
        await(journal.store().run(() -> journal.store().contents().rooms.remove(room)));
    }

    @Override
    List<String> stored() {
        return await(journal.store().run(() -> journal.store().roomOrNew(JournalFixtures.ROOM).log.stream()
                .map(entry -> entry.version() + "@" + entry.epoch())
                .toList()));
    }

    @Override
    Runnable rollBack() {
        MemoryJournal.Checkpoint checkpoint = journal.checkpoint();
        return () -> journal.rewindTo(checkpoint);
    }

    @Test
    void aBrokenRoomStays() {
        Fence fence = created();
        assertThat(await(journal.close(fence, 1, Ending.BROKEN))).isEqualTo(new Outcome.Done(0, false));
        ahead.set(Duration.ofDays(3));
        assertThat(await(journal.look(fence.room()))).isPresent();
    }

    @Test
    void tombstonesDoNotFillTheMemoryForEver() {
        Fence fence = created();
        await(journal.close(fence, 1, Ending.UNKEPT));
        ahead.set(Duration.ofMinutes(61));
        await(journal.create(
                new RoomId("OTHER1"), fence.node(), "x", JournalFixtures.firstEntry(), JournalFixtures.opening()));
        assertThat(journal.store().contents().rooms).containsOnlyKeys(new RoomId("OTHER1"));
    }

    @Test
    void aFailOverLosesTheTailOfRoomsAndLists() {
        MemoryIndex index = new MemoryIndex(journal);
        Fence fence = created();
        await(index.place(fence.room(), RoomIndex.Shelf.OPEN, 1));
        await(index.expect(fence.node(), fence.room()));
        MemoryJournal.Checkpoint checkpoint = journal.checkpoint();

        for (int again = 0; again < 2; again++) {
            append(fence, 1, JournalFixtures.entry(fence, 2));
            await(index.place(fence.room(), RoomIndex.Shelf.LIVE, 2));
            await(index.release(fence.node(), List.of(fence.room())));
            assertThat(stored()).hasSize(2);
            journal.rewindTo(checkpoint);

            assertThat(hash()).containsEntry("version", "1").doesNotContainKey("touched");
            assertThat(stored()).hasSize(1);
            assertThat(await(index.list(RoomIndex.Shelf.OPEN, 9))).containsKey(fence.room());
            assertThat(await(index.list(RoomIndex.Shelf.LIVE, 9))).isEmpty();
            assertThat(await(index.roomsOf(fence.node()))).containsExactly(fence.room());
        }

        journal.empty();
        assertThat(await(journal.look(fence.room()))).isEmpty();
        assertThat(await(index.list(RoomIndex.Shelf.OPEN, 9))).isEmpty();
        assertThat(await(index.roomsOf(fence.node()))).isEmpty();
    }

    @Test
    void listenersHearOfAReturnWhenSomebodySaysSo() {
        AtomicInteger heard = new AtomicInteger();
        journal.onReturn(heard::incrementAndGet);
        journal.onReturn(heard::incrementAndGet);
        journal.empty();
        assertThat(heard).hasValue(0);
        journal.comeBack();
        assertThat(heard).hasValue(2);
    }

    @Test
    void theLogOfAnArchivedGameIsGoneAfterAMinuteItsTombstoneAfterAnHour() {
        MemoryLog log = new MemoryLog(journal);
        Fence fence = created();
        await(journal.close(fence, 1, Ending.ARCHIVED));
        ahead.set(Duration.ofSeconds(50));
        assertThat(await(log.after(fence.room(), 0, 9))).hasSize(1);
        ahead.set(Duration.ofSeconds(61));
        assertThat(await(log.after(fence.room(), 0, 9))).isEmpty();
        assertThat(await(journal.look(fence.room()))).isPresent();
    }

    @Test
    void ofARoomThatNobodyPlayedInTheTombstoneIsGoneSooner() {
        Fence fence = created();
        await(journal.close(fence, 1, Ending.UNPLAYED));
        assertThat(await(new MemoryLog(journal).after(fence.room(), 0, 9))).isEmpty();
        ahead.set(Duration.ofMinutes(14));
        assertThat(await(journal.look(fence.room()))).isPresent();
        ahead.set(Duration.ofMinutes(16));
        assertThat(await(journal.look(fence.room()))).isEmpty();
    }

    @Test
    void aTombstoneIsGoneAfterAnHour() {
        Fence fence = created();
        assertThat(await(journal.close(fence, 1, Ending.UNKEPT))).isEqualTo(new Outcome.Done(0, false));
        ahead.set(Duration.ofMinutes(59));
        assertThat(await(journal.look(fence.room()))).isPresent();
        ahead.set(Duration.ofMinutes(61));
        assertThat(await(journal.look(fence.room()))).isEmpty();
        assertThat(await(journal.create(
                        fence.room(), fence.node(), "second", JournalFixtures.firstEntry(), JournalFixtures.opening())))
                .isInstanceOf(Created.Fresh.class);
    }
}
