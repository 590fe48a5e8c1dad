package io.liaptui.ws.journal;

import static io.liaptui.ws.journal.JournalFixtures.A;
import static io.liaptui.ws.journal.JournalFixtures.ROOM;
import static io.liaptui.ws.journal.JournalFixtures.entry;
import static io.liaptui.ws.journal.JournalFixtures.firstEntry;
import static io.liaptui.ws.journal.JournalFixtures.opening;
import static io.liaptui.ws.journal.RoomJournalContract.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.history.Entry;
import io.liaptui.common.ids.RoomId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every reader of logs does. */
abstract class RoomLogContract {
    abstract RoomLog log();

    abstract RoomJournal journal();

    @Test
    void pagesGoOverTheWholeLogInOrder() {
        Fence fence = roomOf(30);
        List<Entry> read = new ArrayList<>();
        List<Entry> page = await(log().after(ROOM, 0, 7));
        while (!page.isEmpty()) {
            read.addAll(page);
            page = await(log().after(ROOM, read.getLast().version(), 7));
        }
        assertThat(read.stream().map(Entry::version))
                .isEqualTo(LongStream.rangeClosed(1, 30).boxed().toList());
        assertThat(read.subList(1, 30))
                .isEqualTo(LongStream.rangeClosed(2, 30)
                        .mapToObj(version -> entry(fence, version))
                        .toList());
    }

    @Test
    void aPageIsFullUnlessTheLogEnds() {
        roomOf(10);
        assertThat(await(log().after(ROOM, 0, 10))).hasSize(10);
        assertThat(await(log().after(ROOM, 0, 9))).hasSize(9);
        assertThat(await(log().after(ROOM, 9, 9))).hasSize(1);
        assertThat(await(log().after(ROOM, 10, 9))).isEmpty();
    }

    @Test
    void anUnknownRoomHasNoLog() {
        assertThat(await(log().after(new RoomId("NONE"), 0, 10))).isEmpty();
    }

    private Fence roomOf(int entries) {
        RoomJournal.Created.Fresh made =
                (RoomJournal.Created.Fresh) await(journal().create(ROOM, A, "1", firstEntry(), opening()));
        Fence fence = new Fence(ROOM, A, made.epoch());
        List<Entry> more = LongStream.rangeClosed(2, entries)
                .mapToObj(version -> entry(fence, version))
                .toList();
        await(journal().append(fence, 1, more, opening()));
        return fence;
    }
}
